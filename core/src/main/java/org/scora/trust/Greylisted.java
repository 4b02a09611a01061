package org.scora.trust;

import java.time.Instant;

/**
 * What is known of somebody who was asked to come again.
 *
 * @param firstSeen when it first came
 * @param lastSeen when it was last noted that it came
 * @param letIn whether it came again after the wait
 */
public record Greylisted(Instant firstSeen, Instant lastSeen, boolean letIn) {}
