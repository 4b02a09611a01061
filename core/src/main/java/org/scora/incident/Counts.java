package org.scora.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of each hour. Throws UncheckedIOException when the store can not be reached. */
public interface Counts {
    /** Under this name stand the numbers of all domains together. */
    String ALL = "";

    /**
     * The mail of an hour.
     *
     * @param messages each once, whatever the number of its recipients
     * @param held held or deleted for anybody
     * @param familiar of senders who are known here
     */
    record Mail(long messages, long held, long familiar) {
        static final Mail NONE = new Mail(0, 0, 0);

        Mail and(Mail other) {
            return new Mail(messages + other.messages, held + other.held, familiar + other.familiar);
        }
    }

    /**
     * What a finding decided in an hour: messages that are held, and would have passed without it.
     *
     * @param familiar of senders who are known here
     */
    record Decided(long messages, long familiar) {
        static final Decided NONE = new Decided(0, 0);

        Decided and(Decided other) {
            return new Decided(messages + other.messages, familiar + other.familiar);
        }
    }

    /**
     * All numbers of an hour.
     *
     * @param mail by domain, and {@link #ALL}
     * @param decided by finding
     */
    record Hour(Instant begin, Map<String, Mail> mail, Map<String, Decided> decided) {}

    /** The newest hour that was counted. */
    Optional<Instant> newest();

    /** The oldest hour that was counted. */
    Optional<Instant> oldest();

    /** Writes the numbers of an hour in place of those that were there. */
    void put(Hour hour);

    /** By the hour, of a domain or of all. */
    Map<Instant, Mail> mail(String domain, Instant from, Instant until);

    /** By the hour. */
    Map<Instant, Decided> decided(String finding, Instant from, Instant until);

    /** Domains that had so many messages in a period at least; the busiest first. */
    List<String> busyDomains(Instant from, Instant until, long messages, int limit);

    /** Findings that decided anything in a period. */
    List<String> decidingFindings(Instant from, Instant until);

    /** Forgets the hours before this time. */
    void forget(Instant before);
}
