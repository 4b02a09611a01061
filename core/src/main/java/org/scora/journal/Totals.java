package org.scora.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.policy.Disposition;
import org.scora.score.Category;

/**
 * What the lines of the journal add up to. A copy of a message to one recipient counts once, however often it was worked
 * on, and the same period gives the same numbers again as long as nothing happens to its mail. Throws
 * UncheckedIOException when the store can not be reached.
 */
public interface Totals {

    /**
     * What is asked for.
     *
     * @param domain a protected domain's name; empty for all domains
     * @param from included; everything is counted by whole hours in UTC, so the hour counts in which it lies
     * @param until not included, unless it lies within an hour, which counts whole too
     */
    record Scope(Optional<String> domain, Instant from, Instant until) {}

    /** Copies of one hour that are alike in all that is named here. What was refused has {@link #refusals}. */
    record Hour(Instant begin, Category category, Disposition disposition, Outcome outcome, long copies, long bytes) {}

    /** What was refused for one reason in one hour. */
    record Refusal(Instant begin, String reason, long count) {}

    /**
     * Copies with alike scores.
     *
     * @param score log10 odds, the lower end of a step of 0.25
     */
    record Step(double score, Disposition disposition, long copies) {}

    /**
     * How often a finding was there.
     *
     * @param kept copies with it that were flagged, held or deleted
     */
    record FoundIn(String finding, long copies, long kept) {}

    /** One recipient's mail. */
    record Bothered(String recipient, long copies, long kept) {}

    /**
     * Mail from one domain of senders.
     *
     * @param senderDomain empty for the null sender
     * @param proven copies whose sender's domain was proven by SPF or DKIM in line with From
     */
    record Source(String senderDomain, long copies, long kept, long proven) {}

    /**
     * Where mail was delivered.
     *
     * @param host as in the journal's detail
     * @param usual half of the deliveries took no longer, from the receipt to the destination's answer; in steps of a
     *     quarter, and zero when the times are not known
     * @param slowest the longest delivery
     */
    record Destination(String host, long copies, long bytes, Duration usual, Duration slowest) {}

    /** By the hour, the oldest first. */
    List<Hour> hours(Scope scope);

    /** Refusals by the hour, the oldest first. */
    List<Refusal> refusals(Scope scope);

    /** By score, the lowest first; only what was scored. */
    List<Step> scores(Scope scope);

    /** The findings that most kept copies have, the most frequent first. */
    List<FoundIn> findings(Scope scope, int limit);

    /** The recipients with the most kept copies, the most bothered first. */
    List<Bothered> bothered(Scope scope, int limit);

    /** The senders' domains with the most copies, the largest first. */
    List<Source> sources(Scope scope, int limit);

    /** The destinations with the most copies, the largest first. */
    List<Destination> destinations(Scope scope, int limit);
}
