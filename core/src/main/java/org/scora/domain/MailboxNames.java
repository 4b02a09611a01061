package org.scora.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Local parts of mailboxes. What is taken is the atoms and dots of RFC 5321 section 4.1.2, less the characters by which
 * old relays were made to pass mail on (percent hack, bang path; appendix F.2) and the pipe.
 */
public final class MailboxNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.#$&'*+/=?^_`{}~-]+");
    // RFC 5321 section 4.5.3.1.3: a path has at most 256 octets, two of which are the angle brackets.
    private static final int LONGEST_ADDRESS = 254;

    private MailboxNames() {}

    /** Whether mail to a local part may be taken at all, in its domain. */
    static boolean plain(String localPart, String domain) {
        return localPart.length() + 1 + domain.length() <= LONGEST_ADDRESS
                && NAME.matcher(localPart).matches();
    }

    /**
     * Brings a local part that a person wrote into lower case.
     *
     * @throws IllegalArgumentException with a text that helps, when no mail could ever be taken for it
     */
    public static String parse(String written, String domain) {
        String text = written.trim();
        if (!plain(text, domain)) {
            String hint = text.contains("@") ? "; write the part before the @ only" : "";
            throw new IllegalArgumentException("'" + text + "' is not a mailbox of " + domain + hint);
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
