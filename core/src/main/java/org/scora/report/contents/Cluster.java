package org.scora.report.contents;

import java.time.Instant;

/**
 * Unwanted messages that are alike.
 *
 * @param subject of the newest
 * @param senderDomain of the newest; empty for the null sender
 * @param finding the one that weighs most in the newest; empty when there is none
 * @param copies how many
 * @param senders from how many domains
 * @param recipients to how many addresses
 * @param first when the first came
 */
public record Cluster(
        String subject, String senderDomain, String finding, long copies, int senders, int recipients, Instant first) {}
