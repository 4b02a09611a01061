package org.scora.journal;

import org.scora.policy.Disposition;

/** A line of the journal as it is later. */
public final class AlteredLine {
    private AlteredLine() {}

    public static JournalLine of(JournalLine line, Disposition disposition, Outcome outcome, String detail) {
        return new JournalLine(
                line.receipt(),
                line.receivedAt(),
                line.clientAddress(),
                line.sender(),
                line.recipient(),
                line.subject(),
                line.size(),
                line.findings(),
                line.score(),
                line.category(),
                disposition,
                line.reason(),
                outcome,
                detail,
                line.facts(),
                line.passage());
    }
}
