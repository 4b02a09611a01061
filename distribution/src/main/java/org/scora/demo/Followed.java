package org.scora.demo;

import java.util.Optional;
import org.scora.demo.Fixture.End;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.policy.Disposition;

/**
 * What is known of a mail that was sent.
 *
 * @param sent the message as it was sent
 * @param line its line in the journal
 * @param copy its copy at the sink
 */
record Followed(Fixture fixture, byte[] sent, SmtpAnswer answer, Optional<JournalLine> line, Optional<SinkMail> copy) {

    /** Where it ended; empty while it is under way. */
    Optional<End> end() {
        if (!answer.positive()) {
            return Optional.of(End.REFUSED);
        }
        return line.flatMap(known -> switch (known.outcome()) {
            case DELIVERED -> copy.map(arrived -> arrivedAs(known.disposition()));
            case HELD -> Optional.of(End.HELD);
            case DELETED -> Optional.of(End.DELETED);
            case QUEUED, RELEASED, RETURNED, FAILED, REFUSED -> Optional.empty();
        });
    }

    boolean asExpected() {
        return answer.code() == fixture.smtpCode()
                && end().filter(fixture.end()::equals).isPresent()
                && unaltered();
    }

    /** Whether the copy at the sink, if there is one, is what was sent. */
    boolean unaltered() {
        Faithfulness faithfulness = new Faithfulness(DemoHome.HOSTNAME);
        boolean flagged = fixture.end() == End.FLAGGED;
        return copy.map(arrived -> faithfulness.unaltered(sent, arrived.source(), flagged))
                .orElse(true);
    }

    /** Where it is now, for people. */
    String place() {
        if (!answer.positive()) {
            return answer.code() < 500
                    ? "with its sender, to be sent again later"
                    : "with its sender, who was told why";
        }
        return line.map(known -> place(known.outcome(), known.receipt())).orElse("not in the journal");
    }

    private String place(Outcome outcome, String receipt) {
        return switch (outcome) {
            case DELIVERED ->
                copy.map(arrived -> "delivered: sink/" + arrived.file().getFileName())
                        .orElse("said to be delivered, but not at the sink");
            case HELD -> "in quarantine, receipt " + receipt;
            case DELETED -> "deleted by policy";
            case QUEUED, RELEASED -> "in the queue";
            case RETURNED -> "given up, the sender got a DSN";
            case FAILED -> "in the error repository";
            case REFUSED -> "with its sender";
        };
    }

    private static End arrivedAs(Disposition disposition) {
        return disposition == Disposition.FLAG_SUBJECT ? End.FLAGGED : End.DELIVERED;
    }
}
