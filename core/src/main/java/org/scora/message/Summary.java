package org.scora.message;

import java.util.List;

/**
 * What is asked of a message after it was read, so that it need not be read again.
 *
 * @param subject decoded, without control characters, bounded; may be empty
 * @param from the addresses in From, as written; a bounded number
 * @param size in bytes
 * @param hops how many servers say in Received that they passed it on (RFC 5321 section 6.3)
 */
public record Summary(String subject, List<String> from, long size, int hops) {
    private static final int MOST_ADDRESSES = 20;
    // RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.2, with the @
    private static final int LONGEST_ADDRESS = 320;

    public Summary {
        from = List.copyOf(from);
    }

    public static Summary of(IncomingMessage message) {
        List<String> from = message.from().stream()
                .map(Mailbox::address)
                .filter(address -> address.length() <= LONGEST_ADDRESS)
                .limit(MOST_ADDRESSES)
                .toList();
        return new Summary(
                message.subject(),
                from,
                message.source().length,
                message.headers("Received").size());
    }

    /** Of a message that could not be read. */
    public static Summary unread() {
        return new Summary("", List.of(), 0, 0);
    }
}
