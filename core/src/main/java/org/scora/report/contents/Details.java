package org.scora.report.contents;

import java.util.List;
import org.scora.journal.JournalLine;

/**
 * Messages that are listed one by one, the newest first; limited.
 *
 * @param kept held and deleted messages
 * @param troubled messages that were returned to their senders or could not be worked on
 */
public record Details(List<JournalLine> kept, List<JournalLine> troubled) {
    public Details {
        kept = List.copyOf(kept);
        troubled = List.copyOf(troubled);
    }
}
