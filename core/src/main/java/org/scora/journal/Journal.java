package org.scora.journal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One line for each message and recipient. Throws UncheckedIOException when the store can not be reached. Writing the
 * same line twice leaves one line, so a message that is worked on again after a crash counts once.
 */
public interface Journal {

    /**
     * Writes lines of one message, all or none. A line with the same receipt and recipient is replaced, unless its
     * outcome is one that the new one does not replace: then it stays as it is. Texts that are too long are cut. To be
     * called before the message goes on, so that {@link #update} finds the line.
     */
    void record(List<JournalLine> lines);

    /**
     * Notes how a recipient's copy went on. Nothing happens when the line is not known, or stands at an outcome that
     * this one does not replace.
     */
    void update(String receipt, String recipient, Outcome outcome, String detail);

    /** All lines of a message. */
    List<JournalLine> byReceipt(String receipt);

    /**
     * Lines of a period, the newest first.
     *
     * @param recipientDomain only those to recipients of this domain; empty for all
     * @param from included
     * @param until not included
     */
    List<JournalLine> between(Optional<String> recipientDomain, Instant from, Instant until, int limit);

    /**
     * Lines of a domain and period that are in one of these outcomes, the newest first. A store that can pick them
     * itself overrides this.
     *
     * @param from included
     * @param until not included
     */
    default List<JournalLine> between(
            String recipientDomain, Instant from, Instant until, Set<Outcome> outcomes, int limit) {
        return between(Optional.of(recipientDomain), from, until, Integer.MAX_VALUE).stream()
                .filter(line -> outcomes.contains(line.outcome()))
                .limit(limit)
                .toList();
    }

    /**
     * All lines of a domain, or of all domains, and period, the oldest first and never many at once in memory. Lines that
     * are written meanwhile may be among them. A store that pages overrides this.
     *
     * @param from included
     * @param until not included
     */
    default void replay(Optional<String> recipientDomain, Instant from, Instant until, Consumer<JournalLine> reader) {
        between(recipientDomain, from, until, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(JournalLine::receivedAt))
                .forEach(reader);
    }

    /** When the first message since a time came. A store that can look it up overrides this. */
    default Optional<Instant> oldest(Instant since) {
        return between(Optional.empty(), since, Instant.MAX, Integer.MAX_VALUE).stream()
                .map(JournalLine::receivedAt)
                .min(Comparator.naturalOrder());
    }

    /**
     * How many lines of a domain and period ended in each disposition and outcome. What was refused is not among them:
     * of it not each has a line.
     */
    List<OutcomeCount> counts(String recipientDomain, Instant from, Instant until);

    /** The same of all protected domains together. A store that can count them itself overrides this. */
    default List<OutcomeCount> counts(Instant from, Instant until) {
        return between(Optional.empty(), from, until, Integer.MAX_VALUE).stream()
                .filter(line -> line.outcome() != Outcome.REFUSED)
                .map(line -> new OutcomeCount(line.disposition(), line.outcome(), 1))
                .toList();
    }

    /** Adds to the numbers of what was refused, all or none. A store that counts overrides this. */
    default void addRefused(List<RefusalCount> counts) {}

    /**
     * How often mail to a domain was refused, the most frequent reason first, one for each reason.
     *
     * @param from included, by whole hours
     * @param until not included
     */
    default List<RefusalCount> refused(String recipientDomain, Instant from, Instant until) {
        return List.of();
    }

    /**
     * Addresses of clients whose mail since then was delivered and is far from unwanted, the latest first: what is known
     * of who sends wanted mail here.
     */
    default List<String> clientsOfWantedMail(Instant since, int limit) {
        return List.of();
    }
}
