package org.scora.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that waits for its next attempt.
 *
 * @param id the server's name of it; no other mail in the queue has it
 * @param receipt under which the journal knows the message; empty for mail of our own, such as DSNs
 * @param domain to which it goes
 * @param sender empty for the null sender
 * @param size in bytes
 * @param attempts that were made
 * @param since when the first attempt was made; empty before it
 * @param lastAnswer why it waits
 */
public record WaitingMail(
        String id,
        Optional<String> receipt,
        String domain,
        Optional<String> sender,
        List<String> recipients,
        long size,
        int attempts,
        Optional<Instant> since,
        Instant nextAttempt,
        String lastAnswer) {

    public WaitingMail {
        recipients = List.copyOf(recipients);
    }
}
