package org.scora.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;

/**
 * Lists as they are or would be, only to be read.
 *
 * @param entries of a domain
 * @param stored has those of the users
 */
record TriedLists(Function<String, List<ListEntry>> entries, SenderLists stored) implements SenderLists {

    /** The stored lists with more entries of one domain. */
    static TriedLists with(SenderLists stored, String domain, List<ListEntry> tried) {
        return new TriedLists(
                name -> {
                    List<ListEntry> all = new ArrayList<>(stored.of(name));
                    all.addAll(name.equalsIgnoreCase(domain) ? tried : List.of());
                    return all;
                },
                stored);
    }

    @Override
    public List<ListEntry> of(String domainName) {
        return entries.apply(domainName);
    }

    @Override
    public List<ListEntry> ofUser(String domainName, String mailbox) {
        return stored.ofUser(domainName, mailbox);
    }

    @Override
    public List<String> usersOf(String domainName) {
        return stored.usersOf(domainName);
    }

    @Override
    public void add(ListEntry entry) {
        throw onlyTried();
    }

    @Override
    public boolean remove(ListEntry.Kind kind, String domainName, String pattern) {
        throw onlyTried();
    }

    @Override
    public boolean removeOfUser(ListEntry.Kind kind, String domainName, String mailbox, String pattern) {
        throw onlyTried();
    }

    @Override
    public SenderLists by(String who) {
        throw onlyTried();
    }

    private static UnsupportedOperationException onlyTried() {
        return new UnsupportedOperationException("lists that are only tried are not changed");
    }
}
