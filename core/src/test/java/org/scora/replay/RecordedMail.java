package org.scora.replay;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.ScoredFacts;
import org.scora.journal.ScoredFacts.Found;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.policy.Disposition;
import org.scora.score.Verdict;
import org.scora.score.Weights;

/** Makes lines of the journal as they are after a message was scored and decided by the default profile. */
public final class RecordedMail {
    private static final double HELD_FROM = 3;

    private final Weights weights;
    private long number;

    public RecordedMail(Weights weights) {
        this.weights = weights;
    }

    /**
     * A line.
     *
     * @param findings names, each with an asterisk and its strength behind it if that is not 1
     */
    public JournalLine line(Instant at, String from, String recipient, String... findings) {
        String domain = from.substring(from.indexOf('@') + 1);
        ScoredFacts facts = new ScoredFacts(
                Arrays.stream(findings).map(RecordedMail::found).toList(),
                List.of(from),
                new Authentication(
                        Result.PASS, Optional.of(domain), List.of(), Result.PASS, Optional.of(domain), true));
        Verdict verdict = facts.verdict(weights);
        boolean held = verdict.score() >= HELD_FROM;
        return new JournalLine(
                "R-" + number++,
                at,
                Optional.of("192.0.2.7"),
                Optional.of(from),
                recipient,
                "about " + number,
                1000,
                verdict.findings().stream()
                        .map(weighed -> weighed.finding().name())
                        .toList(),
                verdict.score(),
                verdict.category(),
                held ? Disposition.QUARANTINE : Disposition.NORMAL,
                "because",
                held ? Outcome.HELD : Outcome.DELIVERED,
                "",
                Optional.of(facts),
                Passage.UNKNOWN);
    }

    private static Found found(String text) {
        int end = text.indexOf('*');
        return end < 0
                ? new Found(text, 1)
                : new Found(text.substring(0, end), Double.parseDouble(text.substring(end + 1)));
    }
}
