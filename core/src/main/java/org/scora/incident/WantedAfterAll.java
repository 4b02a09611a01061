package org.scora.incident;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Opinions;

/** Messages that people released, allowed or taught as wanted, by the findings that had decided to hold them. */
final class WantedAfterAll {
    private static final int MOST_OPINIONS = 20_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Journal journal;
    private final Opinions opinions;
    private final Cache<List<String>, Optional<Wanted>> remembered = CacheBuilder.newBuilder()
            .maximumSize(MOST_OPINIONS)
            .expireAfterWrite(REMEMBERED)
            .build();

    WantedAfterAll(Journal journal, Opinions opinions) {
        this.journal = journal;
        this.opinions = opinions;
    }

    /**
     * A held copy that somebody wanted.
     *
     * @param decidedBy the findings without each of which it would have passed
     */
    record Wanted(JournalLine line, List<String> decidedBy) {
        Instant receivedAt() {
            return line.receivedAt();
        }
    }

    /**
     * Those of which it was said since a time, by finding; each copy once.
     *
     * @param counts which copies are not explained otherwise
     */
    Map<String, List<Wanted>> byFinding(DecidedBy decidedBy, Instant since, Predicate<JournalLine> counts) {
        Map<List<String>, Wanted> copies = new HashMap<>();
        for (Opinion opinion : opinions.since(since, MOST_OPINIONS)) {
            if (opinion.kind().speaksForIt()) {
                List<String> copy = List.of(opinion.receipt(), opinion.recipient());
                wanted(copy, decidedBy).ifPresent(one -> copies.put(copy, one));
            }
        }
        Map<String, List<Wanted>> byFinding = new HashMap<>();
        copies.values().stream()
                .filter(copy -> counts.test(copy.line()))
                .forEach(copy -> copy.decidedBy()
                        .forEach(finding -> byFinding
                                .computeIfAbsent(finding, name -> new ArrayList<>())
                                .add(copy)));
        return byFinding;
    }

    private Optional<Wanted> wanted(List<String> copy, DecidedBy decidedBy) {
        Optional<Wanted> known = remembered.getIfPresent(copy);
        if (known == null) {
            known = journal.byReceipt(copy.get(0)).stream()
                    .filter(line -> line.recipient().equals(copy.get(1)))
                    .map(line -> new Wanted(line, decidedBy.of(line)))
                    .findFirst();
            remembered.put(copy, known);
        }
        return known;
    }
}
