package org.scora.learn;

import java.time.Instant;
import java.util.Optional;

/**
 * A lesson as it stands in the ledger, without the message.
 *
 * @param id later events have higher ones
 * @param hash SHA-256 of what is kept of the message, in hexadecimal
 * @param unwanted what the message was said to be
 * @param sender for people; may be empty
 * @param subject for people; may be empty
 * @param counts whether the model learned it; it does not when its source had taught too much
 * @param takenBackAt when it was taken back
 */
public record TrainingEvent(
        long id,
        Instant at,
        TrainingSource source,
        boolean unwanted,
        String hash,
        String sender,
        String subject,
        boolean counts,
        Optional<Instant> takenBackAt) {}
