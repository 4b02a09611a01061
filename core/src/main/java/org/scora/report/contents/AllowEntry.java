package org.scora.report.contents;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the allowlist that one should look at.
 *
 * @param expires when it ends by itself, if that is soon
 * @param spoofable whether it holds for senders who prove nothing
 * @param used how many copies it let through, as far as was looked; empty when not all mail was looked at
 * @param unproven how many of those came from senders who proved nothing
 */
public record AllowEntry(
        String domain,
        String pattern,
        Optional<Instant> expires,
        boolean spoofable,
        Optional<Long> used,
        long unproven) {}
