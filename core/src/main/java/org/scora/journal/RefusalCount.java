package org.scora.journal;

import java.time.Instant;
import org.scora.domain.RefusalReason;

/**
 * How often mail was refused or put off within an hour. Each recipient of a message counts, and each attempt.
 *
 * @param domain the recipient's protected domain in lower case; empty when there was none
 * @param hour its beginning
 */
public record RefusalCount(String domain, Instant hour, RefusalReason reason, long count) {}
