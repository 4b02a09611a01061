package org.scora.learn;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything that the site's model was ever taught, with the messages, so that the model can be made again from its
 * beginning, without what was taken back. Nothing is deleted. Throws UncheckedIOException when the store can not be
 * reached.
 */
public interface Ledger {

    /**
     * What is kept of a message, to be learned again.
     *
     * @param hash of its content before it was packed
     * @param content as {@link TrainingMessage} keeps it
     */
    record Stored(long id, String hash, boolean unwanted, byte[] content) {}

    /** Those of the messages that were taught with this label, and not taken back. */
    Set<String> known(Collection<String> hashes, boolean unwanted);

    /**
     * An event to be written.
     *
     * @param event its id does not matter
     * @param content as {@link TrainingMessage} keeps it
     */
    record Entry(TrainingEvent event, byte[] content) {}

    /** Writes events in their order, all or none. */
    void add(List<Entry> entries);

    /** How many events there are that count, and were not taken back. */
    long count();

    /** How many of them are of this source. */
    long count(TrainingSource source);

    /** The newest events, also those that were taken back. */
    List<TrainingEvent> newest(int limit);

    /** Takes back all events of these messages; returns how many. */
    int takeBack(List<String> hashes, Instant now);

    /** Takes back all events of sources of this name; returns how many. */
    int takeBackSource(String name, Instant now);

    /** Takes back all events since a time, which is included; returns how many. */
    int takeBackSince(Instant since, Instant now);

    /** How many events up to this id were taken back. It only grows, so it tells whether one was since. */
    long takenBackUpTo(long id);

    /** All events behind this id that count and were not taken back, in their order. */
    void replay(long behind, Consumer<Stored> learner);
}
