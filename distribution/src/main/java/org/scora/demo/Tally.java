package org.scora.demo;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** How many messages ended in which way. Thread-safe. */
final class Tally {
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<Ending, Integer> endings = new TreeMap<>();

    /** The ways, as they are printed. The later ones must not happen. */
    enum Ending {
        DELIVERED("delivered", true),
        FLAGGED("delivered, subject flagged", true),
        HELD("held in quarantine", true),
        DELETED("deleted by policy", true),
        REFUSED("refused with a reason", true),
        TAKEN_ALL_THE_SAME("refused, and taken all the same", false),
        RETURNED("returned with a DSN", false),
        FAILED("in the error repository", false),
        STUCK("stuck in the queue", false),
        LOST("lost", false),
        UNRECORDED("delivered, but not in the journal", false),
        TWICE("delivered more than once", false),
        ALTERED("altered on the way", false);

        private final String words;
        private final boolean good;

        Ending(String words, boolean good) {
            this.words = words;
            this.good = good;
        }
    }

    synchronized void add(Ending ending) {
        endings.merge(ending, 1, Integer::sum);
    }

    synchronized void addRefusal(String reason) {
        add(Ending.REFUSED);
        refusals.merge(reason, 1, Integer::sum);
    }

    /** Whether nothing ended in a way that must not happen. */
    synchronized boolean good() {
        return endings.keySet().stream().allMatch(ending -> ending.good);
    }

    synchronized int of(Ending ending) {
        return endings.getOrDefault(ending, 0);
    }

    synchronized void print(PrintStream out) {
        for (Ending ending : Ending.values()) {
            boolean always = ending.good || ending == Ending.STUCK || ending == Ending.LOST || ending == Ending.ALTERED;
            if (always || of(ending) > 0) {
                out.printf("  %-34s %8d%n", ending.words, of(ending));
            }
            if (ending == Ending.REFUSED) {
                refusals.forEach((reason, count) -> out.printf("    %-74s %6d%n", reason, count));
            }
        }
    }
}
