package org.scora.report.contents;

import java.time.Instant;

/**
 * A sender whose held mail people wanted.
 *
 * @param sender the address in the envelope, in lower case
 * @param times how many copies
 * @param proven whether SPF or DKIM proved the sender's domain in all of them, so that an allow entry helps
 * @param last when somebody said so last
 */
public record ReleasedSender(String sender, long times, boolean proven, Instant last) {}
