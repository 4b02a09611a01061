package org.scora.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.scora.setting.Settings;

/** Reads all addresses out of a directory, page by page (RFC 2696), within bounds of number and time. */
final class LdapAddresses {
    private static final String PROXY_ADDRESSES = "proxyaddresses";
    private static final String SMTP = "smtp:";

    private final Directory directory;
    private final Settings settings;

    LdapAddresses(Directory directory) {
        this.directory = directory;
        this.settings = directory.settings();
    }

    /**
     * Reads them all, or fails; what was handed on before a failure is not to be used.
     *
     * @param each is given each address as it stands in the directory
     */
    void read(Consumer<String> each) throws DirectoryException {
        try (LDAPConnection connection = new LdapConnector(directory).connect()) {
            read(connection, each);
        } catch (LDAPException e) {
            throw problem(e);
        }
    }

    private void read(LDAPConnection connection, Consumer<String> each) throws LDAPException, DirectoryException {
        long end = System.nanoTime() + DirectorySettings.timeout(settings).toNanos();
        int most = settings.get(DirectorySettings.MOST_ENTRIES);
        int entries = 0;
        Optional<ASN1OctetString> cookie = Optional.empty();
        do {
            SearchResult page = page(connection, cookie);
            entries += page.getEntryCount();
            if (entries > most) {
                throw new DirectoryException(
                        "the directory " + directory.name() + " has more than " + most + " entries",
                        "Narrow its filter or base, or raise most-entries.");
            }
            if (System.nanoTime() > end) {
                throw new DirectoryException(
                        "the directory " + directory.name() + " was not read within "
                                + settings.get(DirectorySettings.TIMEOUT) + " seconds",
                        "Narrow its filter or base, or raise timeout-seconds.");
            }
            page.getSearchEntries().forEach(entry -> addresses(entry, each));
            cookie = next(page);
        } while (cookie.isPresent());
    }

    private SearchResult page(LDAPConnection connection, Optional<ASN1OctetString> cookie)
            throws LDAPSearchException, LDAPException {
        SearchRequest request = new SearchRequest(
                settings.get(DirectorySettings.BASE),
                SearchScope.SUB,
                settings.get(DirectorySettings.FILTER),
                settings.get(DirectorySettings.ATTRIBUTES).toArray(new String[0]));
        request.setControls(
                new SimplePagedResultsControl(settings.get(DirectorySettings.PAGE_SIZE), cookie.orElse(null)));
        request.setTimeLimitSeconds(settings.get(DirectorySettings.TIMEOUT));
        return connection.search(request);
    }

    private static Optional<ASN1OctetString> next(SearchResult page) throws LDAPException {
        return Optional.ofNullable(SimplePagedResultsControl.get(page))
                .filter(SimplePagedResultsControl::moreResultsToReturn)
                .map(SimplePagedResultsControl::getCookie);
    }

    private void addresses(SearchResultEntry entry, Consumer<String> each) {
        for (String attribute : settings.get(DirectorySettings.ATTRIBUTES)) {
            Optional<String[]> values = Optional.ofNullable(entry.getAttributeValues(attribute));
            boolean typed = attribute.toLowerCase(Locale.ROOT).equals(PROXY_ADDRESSES);
            for (String value : values.orElse(new String[0])) {
                address(value.strip(), typed).ifPresent(each);
            }
        }
    }

    /** Exchange keeps addresses of several kinds there: SMTP: for the first, smtp: for others, X500:, SIP: and so on. */
    private static Optional<String> address(String value, boolean typed) {
        boolean smtp = value.regionMatches(true, 0, SMTP, 0, SMTP.length());
        if (smtp) {
            return Optional.of(value.substring(SMTP.length()));
        }
        return typed && value.contains(":") ? Optional.empty() : Optional.of(value);
    }

    private DirectoryException problem(LDAPException failure) {
        ResultCode code = failure.getResultCode();
        if (code == ResultCode.NO_SUCH_OBJECT) {
            return new DirectoryException(
                    "the directory " + directory.name() + " has no " + settings.get(DirectorySettings.BASE),
                    "Correct its base.",
                    failure);
        }
        if (code == ResultCode.SIZE_LIMIT_EXCEEDED) {
            return new DirectoryException(
                    "the directory " + directory.name() + " does not hand out all entries (size limit)",
                    "Let the account that reads it have more, or read in smaller pages: page-size.",
                    failure);
        }
        return new DirectoryException(
                "the directory " + directory.name() + " could not be read: " + LdapConnector.shortly(failure),
                "See the directory's log.",
                failure);
    }
}
