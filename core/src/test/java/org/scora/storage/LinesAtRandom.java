package org.scora.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.policy.Disposition;
import org.scora.score.Category;

/** Journal lines of few receipts, senders and recipients, so that many of them meet. */
record LinesAtRandom(Random random) {
    private static final List<String> FINDINGS = List.of("GTUBE", "SPF_PASS", "DATE_MISSING");
    private static final int RECEIPTS = 60;

    JournalLine line(Instant at) {
        Disposition disposition = one(List.of(Disposition.values()));
        return new JournalLine(
                receipt(),
                at,
                Optional.of("192.0.2." + random.nextInt(9)),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of("Someone@s" + random.nextInt(4) + ".example"),
                recipient(),
                "subject",
                random.nextInt(1000),
                FINDINGS.subList(random.nextInt(3), 3),
                (random.nextInt(40) - 20) / 3.0,
                one(List.of(Category.values())),
                disposition,
                "reason",
                outcome(),
                "",
                Optional.empty(),
                Passage.UNKNOWN);
    }

    String receipt() {
        return "R" + random.nextInt(RECEIPTS);
    }

    String recipient() {
        return one(List.of("ann@example.com", "bob@example.com", "ann@example.org"));
    }

    Outcome outcome() {
        return one(List.of(Outcome.values()));
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
