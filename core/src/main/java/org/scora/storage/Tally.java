package org.scora.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Sums of journal lines, by what they are counted by. Not thread-safe. */
final class Tally {
    private final Map<Key, Sums> sums = new HashMap<>();

    /**
     * What is summed up.
     *
     * @param domain of the recipient
     * @param begin of the time in which the mail was taken
     * @param part of the cut
     */
    record Key(String domain, Cut cut, Instant begin, String part) {}

    /**
     * The sums themselves.
     *
     * @param kept copies that were flagged, held or deleted
     * @param more a sum that has its meaning from the cut
     * @param most the largest of numbers that have their meaning from the cut
     */
    record Sums(long copies, long kept, long more, long most) {
        static final Sums NONE = new Sums(0, 0, 0, 0);

        Sums and(Sums other) {
            return new Sums(copies + other.copies, kept + other.kept, more + other.more, Math.max(most, other.most));
        }
    }

    void add(Key key, Sums added) {
        sums.merge(key, added, Sums::and);
    }

    Map<Key, Sums> sums() {
        return sums;
    }
}
