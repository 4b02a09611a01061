package org.scora.policy;

/**
 * What is done for one recipient, and why.
 *
 * @param recipient as in the envelope
 * @param reason one sentence for people, such as "the score 4.2 is at least the 3.0 from which spam is quarantined"
 */
public record Decision(String recipient, Disposition disposition, String reason) {}
