package org.scora.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.scora.journal.Opinion;
import org.scora.journal.Opinions;
import org.scora.replay.Trial.Message;
import org.scora.replay.Trial.Moved;

/** Counts the copies that would have gone one other way, and keeps the newest. Asks in batches what people said of them. */
final class MovedMail {
    private static final int BATCH = 500;

    private final Opinions opinions;
    private final Predicate<Opinion.Kind> confirming;
    private final int most;
    private final List<Message> batch = new ArrayList<>();
    private final Deque<Message> newest = new ArrayDeque<>();
    private long total;
    private long confirmed;

    /**
     * @param confirming which opinions say the same as the change
     * @param most how many copies are kept
     */
    MovedMail(Opinions opinions, Predicate<Opinion.Kind> confirming, int most) {
        this.opinions = opinions;
        this.confirming = confirming;
        this.most = most;
    }

    void add(Message message) {
        batch.add(message);
        if (batch.size() == BATCH) {
            ask();
        }
    }

    Moved counted() {
        ask();
        return new Moved(total, confirmed, List.copyOf(newest));
    }

    private void ask() {
        if (batch.isEmpty()) {
            return;
        }
        Set<List<String>> said = new HashSet<>();
        opinions.about(batch.stream().map(Message::receipt).distinct().toList()).stream()
                .filter(opinion -> confirming.test(opinion.kind()))
                .forEach(opinion -> said.add(List.of(opinion.receipt(), opinion.recipient())));
        for (Message message : batch) {
            count(message, said.contains(List.of(message.receipt(), message.recipient())));
        }
        batch.clear();
    }

    private void count(Message message, boolean same) {
        total++;
        confirmed += same ? 1 : 0;
        newest.add(new Message(
                message.receipt(),
                message.receivedAt(),
                message.recipient(),
                message.sender(),
                message.subject(),
                message.scoreBefore(),
                message.scoreAfter(),
                message.before(),
                message.after(),
                same));
        if (newest.size() > most) {
            newest.remove();
        }
    }
}
