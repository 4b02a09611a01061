package org.scora.learn;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    // By what they are known: the messages of this batch, and those of them that were taught so before.
    private final Map<String, TrainingMessage> read = new HashMap<>();
    private final Set<String> unwanted = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();
    private final List<Ledger.Entry> entries = new ArrayList<>();
    private boolean corrects;

    LessonBatch(Ledger ledger, Clock clock, TrainingSource source) {
        this.ledger = ledger;
        this.clock = clock;
        this.source = source;
    }

    List<Taught> add(List<Lesson> lessons) {
        List<TrainingMessage> messages = lessons.stream()
                .map(lesson -> TrainingMessage.of(lesson.message()))
                .toList();
        messages.forEach(message -> read.put(message.hash(), message));
        unwanted.addAll(ledger.known(read.keySet(), true));
        wanted.addAll(ledger.known(read.keySet(), false));
        List<Taught> taught = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            taught.add(add(messages.get(i), lessons.get(i).unwanted()));
        }
        return taught;
    }

    private Taught add(TrainingMessage message, boolean isUnwanted) {
        Set<String> same = isUnwanted ? unwanted : wanted;
        Set<String> other = isUnwanted ? wanted : unwanted;
        if (!same.add(message.hash())) {
            return Taught.KNOWN;
        }
        if (other.remove(message.hash())) {
            corrects = true;
            // It may be one of this batch, which the ledger has to know.
            write();
            ledger.takeBack(List.of(message.hash()), clock.instant());
        }
        boolean counts = counts();
        entries.add(new Ledger.Entry(event(message, isUnwanted, counts), message.packed()));
        return counts ? Taught.NEW : Taught.TOO_MUCH;
    }

    private boolean counts() {
        return source.trusted() || counting() < Math.max(ALWAYS_COUNT, ledger.count() / SHARE);
    }

    private long counting() {
        return ledger.count(source)
                + entries.stream().filter(entry -> entry.event().counts()).count();
    }

    private TrainingEvent event(TrainingMessage kept, boolean isUnwanted, boolean counts) {
        IncomingMessage message = kept.read();
        String sender =
                message.from().stream().findFirst().map(from -> from.address()).orElse("");
        return new TrainingEvent(
                0,
                clock.instant(),
                source,
                isUnwanted,
                kept.hash(),
                sender,
                message.subject(),
                counts,
                Optional.empty());
    }

    /** The message of this event, from this batch when it is one of it. */
    IncomingMessage read(Ledger.Stored stored) {
        TrainingMessage known = read.get(stored.hash());
        return known == null ? BuiltModel.unpack(stored) : known.read();
    }

    /** Writes what was added since the last time. */
    void write() {
        if (entries.isEmpty()) {
            return;
        }
        ledger.add(entries);
        entries.clear();
    }

    /** Whether something was taken back that the model knows. */
    boolean corrects() {
        return corrects;
    }
}
