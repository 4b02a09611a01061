package org.scora.directory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.domain.DomainNames;
import org.scora.domain.MailboxImport;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Addresses;
import org.scora.setting.SettingException;

/** Brings lists of mailboxes in line with the LDAP directories that an operator described. Thread-safe. */
public final class Directories {
    private final List<Directory> directories;
    private final ProtectedDomains domains;
    private final MailboxLists lists;

    private Directories(List<Directory> directories, ProtectedDomains domains, MailboxLists lists) {
        this.directories = List.copyOf(directories);
        this.domains = domains;
        this.lists = lists;
    }

    /** @throws SettingException for the first thing that is wrong in {@code conf/directories} */
    public static Directories in(Path conf, ProtectedDomains domains, MailboxLists lists) {
        return new Directories(DirectoryFiles.in(conf), domains, lists);
    }

    /** Their names. */
    public List<String> names() {
        return directories.stream().map(Directory::name).toList();
    }

    List<Directory> all() {
        return directories;
    }

    /** The name of the directory that has a domain's mailboxes. */
    public Optional<String> of(String domain) {
        return directories.stream()
                .filter(directory -> directory.domains().contains(domain))
                .map(Directory::name)
                .findFirst();
    }

    /**
     * Brings one domain's list in line, or says what that would do. Throws UncheckedIOException when the store can not be
     * reached.
     *
     * @param who is noted in the audit log
     * @throws IllegalArgumentException with a text that helps, for a directory that is not known, or not the domain's
     */
    public DirectoryDifference bring(String name, String domain, MailboxImport how, String who)
            throws DirectoryException {
        Directory directory = directories.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no directory '" + name + "'; "
                        + (directories.isEmpty()
                                ? "none is described in conf/" + DirectoryFiles.FOLDER
                                : "there are: " + String.join(", ", names()))));
        if (!directory.domains().contains(domain)) {
            throw new IllegalArgumentException(
                    "the directory " + name + " is not one of " + domain + "; write the domain into its file");
        }
        return bring(directory, List.of(domain), how, who).get(0);
    }

    /** All protected domains of a directory; it is read once. */
    List<DirectoryDifference> refresh(Directory directory, String who) throws DirectoryException {
        List<String> known = directory.domains().stream()
                .filter(domain -> domains.find(domain).isPresent())
                .toList();
        return known.isEmpty() ? List.of() : bring(directory, known, MailboxImport.REPLACE, who);
    }

    private List<DirectoryDifference> bring(Directory directory, List<String> wanted, MailboxImport how, String who)
            throws DirectoryException {
        Map<String, FoundMailboxes> found = new LinkedHashMap<>();
        try {
            wanted.forEach(domain -> found.put(domain, FoundMailboxes.of(domain)));
            new LdapAddresses(directory).read(address -> sort(address, directory, found));
            List<DirectoryDifference> differences = new ArrayList<>();
            for (FoundMailboxes mailboxes : found.values()) {
                differences.add(new DirectoryDifference(
                        mailboxes.domain(),
                        lists.by(who).bring(mailboxes.domain(), mailboxes.complete(), how),
                        mailboxes.leftOut(),
                        mailboxes.someLeftOut()));
            }
            return differences;
        } finally {
            found.values().forEach(FoundMailboxes::close);
        }
    }

    // A name without a domain, such as a uid, belongs to the only domain that there is.
    private static void sort(String address, Directory directory, Map<String, FoundMailboxes> found) {
        Optional<String> domain = address.contains("@")
                ? Addresses.domainOf(address).flatMap(DomainNames::find)
                : directory.domains().stream()
                        .findFirst()
                        .filter(only -> directory.domains().size() == 1);
        domain.map(found::get).ifPresent(mailboxes -> mailboxes.add(Addresses.localPartOf(address)));
    }
}
