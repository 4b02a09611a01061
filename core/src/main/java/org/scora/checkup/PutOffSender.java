package org.scora.checkup;

import java.time.Instant;
import java.util.Optional;

/**
 * A sender that was told to try again later.
 *
 * @param sender empty for the null sender
 * @param at the last time
 * @param cameBack when a mail from it to the same recipient was taken after that
 */
public record PutOffSender(
        Optional<String> sender, Optional<String> client, String recipient, Instant at, Optional<Instant> cameBack) {}
