package org.scora.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.policy.Disposition;

/**
 * What would have become of a domain's mail. What would be refused at the door counts as quarantined.
 *
 * @param from the period's begin
 * @param until its end, not included
 * @param decided lines of the journal that could be decided again: copies, one for each recipient
 * @param notRecorded lines that could not, since nothing was recorded of how they were decided
 * @param refused lines of what was refused at the door: it was not taken and is not decided again
 * @param otherwiseThen lines that were decided otherwise when they came, since settings, lists or weights were others
 * @param before how many copies in each disposition, by all that holds now
 * @param after the same with the change
 * @param newlyHeld what would be held or deleted and is not now
 * @param newlyDelivered what is held or deleted now and would not be
 */
public record Trial(
        String domain,
        Instant from,
        Instant until,
        long decided,
        long notRecorded,
        long refused,
        long otherwiseThen,
        Map<Disposition, Long> before,
        Map<Disposition, Long> after,
        Moved newlyHeld,
        Moved newlyDelivered) {

    /**
     * Copies that would have gone another way.
     *
     * @param total how many
     * @param confirmed how many of them people had judged the same way: of those newly delivered, which they released,
     *     allowed or taught as wanted; of those newly held, which they reported as spam
     * @param newest some of them, the newest last
     */
    public record Moved(long total, long confirmed, List<Message> newest) {}

    /**
     * One copy.
     *
     * @param sender empty for the null sender
     * @param scoreBefore log10 odds
     * @param confirmed whether somebody had judged it as the change does
     */
    public record Message(
            String receipt,
            Instant receivedAt,
            String recipient,
            Optional<String> sender,
            String subject,
            double scoreBefore,
            double scoreAfter,
            Disposition before,
            Disposition after,
            boolean confirmed) {}
}
