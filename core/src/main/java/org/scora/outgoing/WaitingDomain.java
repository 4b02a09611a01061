package org.scora.outgoing;

import java.time.Instant;
import java.util.Optional;

/**
 * The mail that waits for one domain.
 *
 * @param mails how many
 * @param bytes of all of them
 * @param oldest when the first attempt of the oldest was made; empty when none was
 * @param nextAttempt of the one that comes first
 * @param lastAnswer why they wait: of the one that was tried last
 */
public record WaitingDomain(
        String domain, long mails, long bytes, Optional<Instant> oldest, Instant nextAttempt, String lastAnswer) {}
