package org.scora.learn;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.learn.SiteModel.Lesson;
import org.scora.learn.SiteModel.Taught;
import org.scora.message.IncomingMessage;

/** Lessons of one source on their way into the ledger. */
final class LessonBatch {
    /** How many lessons of a source that is not the operator count in any case. */
    static final int ALWAYS_COUNT = 20;

    private static final int SHARE = 10;

    private final Ledger ledger;
    private final Clock clock;
    private final TrainingSource source;
    private final Set<String> hashes = new HashSet<>();
    private final List<Ledger.Entry> entries = new ArrayList<>();
    private boolean corrects;

    LessonBatch(Ledger ledger, Clock clock, TrainingSource source) {
        this.ledger = ledger;
        this.clock = clock;
        this.source = source;
    }

    Taught add(Lesson lesson) {
        TrainingMessage kept = TrainingMessage.of(lesson.message());
        if (hashes.contains(kept.hash())) {
            // The ledger has to know the earlier one.
            write();
        }
        if (ledger.knows(kept.hash(), lesson.unwanted())) {
            return Taught.KNOWN;
        }
        if (ledger.knows(kept.hash(), !lesson.unwanted())) {
            corrects = true;
            ledger.takeBack(List.of(kept.hash()), clock.instant());
        }
        boolean counts = counts();
        hashes.add(kept.hash());
        entries.add(new Ledger.Entry(event(kept, lesson.unwanted(), counts), kept.packed()));
        return counts ? Taught.NEW : Taught.TOO_MUCH;
    }

    private boolean counts() {
        return source.trusted()
                || ledger.count(source) + entries.size() < Math.max(ALWAYS_COUNT, ledger.count() / SHARE);
    }

    private TrainingEvent event(TrainingMessage kept, boolean unwanted, boolean counts) {
        IncomingMessage message = kept.read();
        String sender =
                message.from().stream().findFirst().map(from -> from.address()).orElse("");
        return new TrainingEvent(
                0, clock.instant(), source, unwanted, kept.hash(), sender, message.subject(), counts, Optional.empty());
    }

    /** Writes what was added since the last time. */
    void write() {
        if (entries.isEmpty()) {
            return;
        }
        ledger.add(entries);
        entries.clear();
        hashes.clear();
    }

    /** Whether something was taken back that the model knows. */
    boolean corrects() {
        return corrects;
    }
}
