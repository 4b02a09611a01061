package org.scora.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a domain's own server whether it takes mail for a mailbox: RCPT without a message. Answers within a bounded time,
 * and never throws. Thread-safe.
 */
public interface CallForward {

    /** What the server says. */
    enum Answer {
        TAKES,
        REFUSES,
        /** It puts off, or refuses for a reason that is not the mailbox. */
        UNKNOWN,
        /** It can not be reached, or is too slow. */
        UNREACHABLE;

        private static final Pattern REPLY =
                Pattern.compile("(\\d{3})[ -](?:(\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?.*", Pattern.DOTALL);

        /**
         * What a reply to RCPT says of the mailbox: a refusal that is about it counts; one that is about us, such as
         * 5.7.1, says nothing of it.
         */
        public static Answer of(String reply) {
            Matcher parts = REPLY.matcher(reply);
            if (!parts.matches()) {
                return UNKNOWN;
            }
            int code = Integer.parseInt(parts.group(1));
            if (code < 300) {
                return TAKES;
            }
            boolean aboutMailbox = parts.group(2) == null
                    ? code == 550 || code == 551 || code == 553
                    : parts.group(2).matches("5\\.1\\.\\d+|5\\.2\\.1|5\\.0\\.0");
            return code >= 500 && aboutMailbox ? REFUSES : UNKNOWN;
        }
    }

    /** Asks about one mailbox. */
    Answer ask(ProtectedDomain domain, String localPart);
}
