package org.scora.directory;

import com.google.common.base.Splitter;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scora.domain.DomainNames;
import org.scora.setting.Setting;
import org.scora.setting.Settings;

/** What may stand in a file of {@code conf/directories}, one for each LDAP directory. */
public final class DirectorySettings {
    private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();
    private static final Splitter BLANKS = Splitter.on(' ').trimResults().omitEmptyStrings();

    static final Setting<List<String>> DOMAINS = Setting.required(
            "domains",
            "domains with commas between them",
            "example.com, example.org",
            DirectorySettings::domains,
            "The protected domains whose mailboxes are in this directory.");

    static final Setting<List<LDAPURL>> URL = Setting.required(
            "url",
            "ldap:// or ldaps:// and a host, perhaps with a port; several with blanks between them",
            "ldaps://dc1.example.com ldaps://dc2.example.com",
            DirectorySettings::urls,
            "The directory's servers; the next one is asked when one can not be reached.");

    static final Setting<Boolean> STARTTLS = Setting.flag(
            "starttls",
            true,
            "Whether TLS is begun with servers at ldap://. Without it, names and passwords go in the clear.");

    static final Setting<Optional<String>> AUTHORITIES = file(
            "authorities",
            "A file with the certificates of those who may vouch for the servers, in PEM; by default, those that Java knows.");

    static final Setting<Optional<String>> BIND_DN = Setting.optional(
            "bind-dn",
            "a distinguished name",
            "",
            DirectorySettings::optionalDn,
            "The account that reads the directory; without it, it is read anonymously.");

    static final Setting<Optional<String>> PASSWORD_FILE =
            file("password-file", "A file with the password of that account, and nothing else.");

    static final Setting<String> BASE = Setting.required(
            "base",
            "a distinguished name",
            "ou=people,dc=example,dc=com",
            DirectorySettings::dn,
            "Where in the directory to look, with all that is below.");

    static final Setting<String> FILTER = Setting.optional(
            "filter",
            "an LDAP filter",
            "(|(mail=*)(proxyAddresses=*))",
            DirectorySettings::filter,
            "Which entries count.");

    static final Setting<List<String>> ATTRIBUTES = Setting.optional(
            "attributes",
            "names of attributes with commas between them",
            "mail, proxyAddresses",
            DirectorySettings::attributes,
            "Where addresses stand. In proxyAddresses, those with smtp: in front count, and no others.");

    static final Setting<Integer> PAGE_SIZE =
            Setting.number("page-size", 500, 10, 10_000, "How many entries are asked for at once.");

    static final Setting<Integer> MOST_ENTRIES = Setting.number(
            "most-entries",
            200_000,
            1,
            5_000_000,
            "With more entries than this, nothing is changed: a filter is wrong.");

    static final Setting<Integer> TIMEOUT =
            Setting.number("timeout-seconds", 300, 1, 3600, "How long reading all of them may take.");

    static final Setting<Integer> REFRESH = Setting.number(
            "refresh-minutes",
            60,
            0,
            10_080,
            "How often the lists are brought in line with the directory; 0 for by command only.");

    /** All of them, for the handbook. */
    public static final List<Setting<?>> KNOWN = List.of(
            DOMAINS,
            URL,
            STARTTLS,
            AUTHORITIES,
            BIND_DN,
            PASSWORD_FILE,
            BASE,
            FILTER,
            ATTRIBUTES,
            PAGE_SIZE,
            MOST_ENTRIES,
            TIMEOUT,
            REFRESH);

    private DirectorySettings() {}

    static Duration timeout(Settings settings) {
        return Duration.ofSeconds(settings.get(TIMEOUT));
    }

    private static Setting<Optional<String>> file(String name, String sentence) {
        return Setting.optional(
                name,
                "the path of a file, seen from the conf folder",
                "",
                text -> Optional.of(text).filter(path -> !path.isEmpty()),
                sentence);
    }

    private static List<String> domains(String text) {
        List<String> domains =
                COMMAS.splitToStream(text).map(DomainNames::parse).distinct().toList();
        if (domains.isEmpty()) {
            throw new IllegalArgumentException("no domain is named");
        }
        return domains;
    }

    private static List<LDAPURL> urls(String text) {
        List<LDAPURL> urls =
                BLANKS.splitToStream(text).map(DirectorySettings::url).toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no server is named");
        }
        return urls;
    }

    private static LDAPURL url(String text) {
        try {
            LDAPURL url = new LDAPURL(text);
            if (!url.hostProvided() || url.baseDNProvided() || url.filterProvided() || url.attributesProvided()) {
                throw new IllegalArgumentException("'" + text + "' has to be a scheme, a host and perhaps a port");
            }
            return url;
        } catch (LDAPException e) {
            throw new IllegalArgumentException("'" + text + "' is no address of a directory", e);
        }
    }

    private static Optional<String> optionalDn(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(dn(text));
    }

    private static String dn(String text) {
        if (!DN.isValidDN(text)) {
            throw new IllegalArgumentException("no distinguished name");
        }
        return text;
    }

    private static String filter(String text) {
        try {
            Filter.create(text);
            return text;
        } catch (LDAPException e) {
            throw new IllegalArgumentException("no LDAP filter: " + e.getMessage(), e);
        }
    }

    private static List<String> attributes(String text) {
        List<String> names = COMMAS.splitToList(text);
        if (names.isEmpty() || names.stream().anyMatch(name -> !name.matches("[A-Za-z][A-Za-z0-9.;-]{0,99}"))) {
            throw new IllegalArgumentException("no names of attributes");
        }
        return names;
    }
}
