package org.scora.mailets.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;

/** Keeps the notes that were made, or fails. */
final class RecordingJournal implements Journal {
    private final Collection<String> notes;
    private boolean failing;

    RecordingJournal() {
        this(new CopyOnWriteArrayList<>());
    }

    RecordingJournal(Collection<String> notes) {
        this.notes = notes;
    }

    Collection<String> notes() {
        return notes;
    }

    RecordingJournal failing() {
        failing = true;
        return this;
    }

    @Override
    public void update(String receipt, String recipient, Outcome outcome, String detail) {
        if (failing) {
            throw new UncheckedIOException(new IOException("the database is away"));
        }
        notes.add(receipt + " " + recipient + " " + outcome + " " + detail);
    }

    @Override
    public void record(List<JournalLine> lines) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<JournalLine> byReceipt(String receipt) {
        return List.of();
    }

    @Override
    public List<JournalLine> between(Optional<String> recipientDomain, Instant from, Instant until, int limit) {
        return List.of();
    }

    @Override
    public List<OutcomeCount> counts(String recipientDomain, Instant from, Instant until) {
        return List.of();
    }
}
