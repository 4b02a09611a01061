package org.scora.domain;

import java.util.Locale;

/**
 * The addresses of the gateway itself, at its own host name, which is no protected domain: they are taken at RCPT, and
 * mail to them is worked on here and never relayed.
 *
 * @param hostname of this gateway
 */
public record ServiceAddresses(String hostname) {

    /** Where administrators ask for a report. */
    public String report() {
        return "report@" + hostname.toLowerCase(Locale.ROOT);
    }

    /** Whether mail to this recipient is for the gateway itself. */
    public boolean contains(String recipient) {
        return report().equalsIgnoreCase(recipient);
    }
}
