package org.scora.incident;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.scora.incident.IncidentFacts.Deleted;
import org.scora.incident.IncidentFacts.Example;
import org.scora.journal.JournalLine;
import org.scora.policy.Disposition;

/** Collects what was deleted, of which only the journal knows; the lines come the oldest first. */
final class DeletedMail {
    private static final int MOST_NAMED = 20;

    private final Deque<JournalLine> newest = new ArrayDeque<>();
    private long copies;

    static boolean is(JournalLine line) {
        return line.disposition() == Disposition.DELETE;
    }

    void add(JournalLine line) {
        copies++;
        newest.addFirst(line);
        if (newest.size() > MOST_NAMED) {
            newest.removeLast();
        }
    }

    Optional<Deleted> all() {
        List<Example> examples =
                newest.stream().map(line -> Example.of(line, false)).toList();
        return copies == 0 ? Optional.empty() : Optional.of(new Deleted(copies, examples));
    }
}
