package org.scora.checkup;

import java.time.Duration;
import java.time.Instant;

/**
 * A set of MX records as it was published for some time.
 *
 * @param records as {@link org.scora.dns.PublishedMx#text()} has them
 * @param ttl how long others may remember it
 */
public record MxSighting(String records, Duration ttl, Instant firstSeen, Instant lastSeen) {}
