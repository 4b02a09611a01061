package org.scora.console.admin;

import static org.scora.console.admin.AdminRequest.valid;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.scora.domain.DomainName;
import org.scora.message.Addresses;

/** Reads mail addresses and local parts as administrators write them (RFC 5321 section 4.1.2, without quoting). */
final class MailAddress {
    private static final int LONGEST = 254;
    private static final String REMEDY = "Expected a mail address such as you@example.com.";
    // Letters outside of ASCII would need SMTPUTF8 (RFC 6531) all the way.
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9!#$&'*+/=?^_`{|}~.-]{1,64}");

    private MailAddress() {}

    /** An address, its domain in normal form. */
    static String parse(String text) {
        String written = text.strip();
        String domain = Addresses.domainOf(written)
                .map(part -> valid(() -> DomainName.parse(part), REMEDY))
                .orElse("");
        String localPart = Addresses.localPartOf(written);
        if (domain.isEmpty()
                || written.length() > LONGEST
                || !LOCAL_PART.matcher(localPart).matches()) {
            throw AdminProblem.badRequest("'" + shortened(written) + "' is not a mail address", REMEDY);
        }
        return localPart + "@" + domain;
    }

    static List<String> all(List<String> written, int most) {
        if (written.size() > most) {
            throw AdminProblem.badRequest("more than " + most + " addresses", "Write fewer.");
        }
        return written.stream().map(MailAddress::parse).distinct().toList();
    }

    /** The local part of a mailbox of this domain, in lower case; the domain may be written behind it. */
    static String localPart(String text, String domain) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        String name = written.endsWith("@" + domain) ? Addresses.localPartOf(written) : written;
        if (!LOCAL_PART.matcher(name).matches()) {
            throw AdminProblem.badRequest(
                    "'" + shortened(written) + "' can not be a mailbox of " + domain,
                    "Expected the part before the @: at most 64 letters, digits and signs, without spaces.");
        }
        return name;
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
