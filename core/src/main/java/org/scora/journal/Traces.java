package org.scora.journal;

import java.util.List;

/** Finds messages. Throws UncheckedIOException when the store can not be reached. */
public interface Traces {

    /** Copies of messages, the newest first. Those in whose place pseudonyms stand are found by their names too. */
    List<JournalLine> find(TraceQuery query);
}
