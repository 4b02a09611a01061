package org.scora.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which messages are looked for. What is given has to be true of a message all together.
 *
 * @param sender an address of the reverse-path or of From, or a domain
 * @param recipient an address, or a domain
 * @param subjectWords parts of words of the subject
 * @param messageId with or without angle brackets
 * @param client the address of who sent it
 * @param from included
 * @param until not included
 * @param limit at most so many copies
 */
public record TraceQuery(
        Optional<String> sender,
        Optional<String> recipient,
        List<String> subjectWords,
        Optional<String> messageId,
        Optional<String> receipt,
        Optional<String> client,
        Instant from,
        Instant until,
        int limit) {

    public TraceQuery {
        subjectWords = List.copyOf(subjectWords);
    }

    /** Whether anything is said but a time. */
    public boolean saysSomething() {
        return !subjectWords.isEmpty()
                || sender.isPresent()
                || recipient.isPresent()
                || messageId.isPresent()
                || receipt.isPresent()
                || client.isPresent();
    }
}
