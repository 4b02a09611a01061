package org.scora.report.contents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Totals.Scope;

/** Lines of the journal within what is asked for, never more than a bounded number. */
final class Lines {
    private static final int READ_FOR_ALL_DOMAINS = 20_000;

    private final Journal journal;
    private final Scope scope;

    Lines(Journal journal, Scope scope) {
        this.journal = journal;
        this.scope = scope;
    }

    /** Those in some outcomes, the newest first. For all domains, among the newest lines only. */
    List<JournalLine> in(Set<Outcome> outcomes, int most) {
        return scope.domain()
                .map(domain -> journal.between(domain, scope.from(), scope.until(), outcomes, most))
                .orElseGet(() ->
                        journal.between(Optional.empty(), scope.from(), scope.until(), READ_FOR_ALL_DOMAINS).stream()
                                .filter(line -> outcomes.contains(line.outcome()))
                                .limit(most)
                                .toList());
    }

    /** The newest, whatever became of them. */
    List<JournalLine> newest(int most) {
        return journal.between(scope.domain(), scope.from(), scope.until(), most);
    }
}
