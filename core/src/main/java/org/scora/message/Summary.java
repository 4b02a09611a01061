package org.scora.message;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of a message after it was read, so that it need not be read again.
 *
 * @param subject decoded, without control characters, bounded; may be empty
 * @param from the addresses in From, as written; a bounded number
 * @param size in bytes
 * @param hops how many servers say in Received that they passed it on (RFC 5321 section 6.3)
 * @param messageId of the Message-ID field as written; empty for one that is longer than a line may be
 */
public record Summary(String subject, List<String> from, long size, int hops, Optional<String> messageId) {
    private static final int MOST_ADDRESSES = 20;
    // RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.2, with the @
    private static final int LONGEST_ADDRESS = 320;
    // RFC 5322 section 2.1.1
    private static final int LONGEST_ID = 998;

    /** Of a message that has no Message-ID. */
    public Summary(String subject, List<String> from, long size, int hops) {
        this(subject, from, size, hops, Optional.empty());
    }

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
                message.headers("Received").size(),
                message.header("Message-ID").map(String::strip).filter(text -> text.length() <= LONGEST_ID));
    }

    /** Of a message that could not be read. */
    public static Summary unread() {
        return new Summary("", List.of(), 0, 0);
    }
}
