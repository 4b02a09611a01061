package org.scora.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses of the gateway itself, at its own host name, which is no protected domain: they are taken at RCPT, and
 * mail to them is worked on here and never relayed.
 *
 * @param hostname of this gateway
 */
public record ServiceAddresses(String hostname) {
    // The token of a link, see org.scora.people.Links.
    private static final Pattern RELEASE = Pattern.compile("release\\+([a-z2-7]{40})@(.+)", Pattern.CASE_INSENSITIVE);

    /** Where administrators ask for a report. */
    public String report() {
        return "report@" + hostname.toLowerCase(Locale.ROOT);
    }

    /** Where people send mail that they did not want. */
    public String spam() {
        return "spam@" + hostname.toLowerCase(Locale.ROOT);
    }

    /** Where people send mail that was taken for spam and is none. */
    public String notSpam() {
        return "notspam@" + hostname.toLowerCase(Locale.ROOT);
    }

    /**
     * The one address that every mail server has to take (RFC 5321 section 4.5.1). A recipient {@code <postmaster>}
     * without a domain is the same: James appends the host name.
     */
    public String postmaster() {
        return "postmaster@" + hostname.toLowerCase(Locale.ROOT);
    }

    /** Where the owner of a mailbox answers a digest to release messages. */
    public String release(String token) {
        return "release+" + token + "@" + hostname.toLowerCase(Locale.ROOT);
    }

    /** The token in an address at which a digest is answered; empty for another address. */
    public Optional<String> releaseToken(String recipient) {
        Matcher release = RELEASE.matcher(recipient);
        return release.matches() && release.group(2).equalsIgnoreCase(hostname)
                ? Optional.of(release.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** An address as it may be written down: without the token. */
    public static String withoutToken(String recipient) {
        return RELEASE.matcher(recipient).replaceAll("release@$2");
    }

    /** Whether mail to this recipient is for the gateway itself. */
    public boolean contains(String recipient) {
        return Stream.of(report(), spam(), notSpam(), postmaster()).anyMatch(recipient::equalsIgnoreCase)
                || releaseToken(recipient).isPresent();
    }
}
