package org.scora.console.admin;

import static org.scora.console.admin.AdminRequest.valid;

import java.util.List;
import org.scora.domain.DomainNames;
import org.scora.domain.MailboxNames;
import org.scora.message.Addresses;

/** Reads mail addresses and local parts as administrators write them. */
final class MailAddress {
    private static final String REMEDY = "Expected a mail address such as you@example.com.";

    private MailAddress() {}

    /** An address in its normal form. */
    static String parse(String text) {
        String written = AdminRequest.bounded("an address", text).strip();
        String domain = Addresses.domainOf(written)
                .map(part -> valid(() -> DomainNames.parse(part), REMEDY))
                .orElseThrow(() -> AdminProblem.badRequest("'" + written + "' is not a mail address", REMEDY));
        return valid(() -> MailboxNames.parse(Addresses.localPartOf(written), domain), REMEDY) + "@" + domain;
    }

    static List<String> all(List<String> written, int most) {
        if (written.size() > most) {
            throw AdminProblem.badRequest("more than " + most + " addresses", "Write fewer.");
        }
        return written.stream().map(MailAddress::parse).distinct().toList();
    }

    /** The local part of a mailbox of this domain; the domain may be written behind it. */
    static String localPart(String text, String domain) {
        String written = AdminRequest.bounded("a mailbox", text).strip();
        boolean whole = Addresses.domainOf(written).filter(domain::equals).isPresent();
        return valid(
                () -> MailboxNames.parse(whole ? Addresses.localPartOf(written) : written, domain),
                "Expected the part before the @.");
    }
}
