package org.scora.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.domain.ProtectedDomain;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Opinions;
import org.scora.journal.Outcome;
import org.scora.journal.ScoredFacts;
import org.scora.policy.Disposition;
import org.scora.replay.Trial.Message;
import org.scora.score.Verdict;
import org.scora.score.Weights;
import org.scora.score.WeightsInForce;
import org.scora.setting.SettingException;

/**
 * Tries a change on the mail of the past. Lines of the journal are decided twice, by what holds now and with the change; so
 * what else changed meanwhile makes no difference. They are read one after the other, however many there are.
 */
public final class Trials {
    private final Journal journal;
    private final Opinions opinions;
    private final Deciding.Sources sources;
    private final WeightsInForce weights;
    private final Clock clock;

    public Trials(Journal journal, Opinions opinions, Deciding.Sources sources, WeightsInForce weights, Clock clock) {
        this.journal = journal;
        this.opinions = opinions;
        this.sources = sources;
        this.weights = weights;
        this.clock = clock;
    }

    /**
     * What the last days would have looked like.
     *
     * @param days how far back
     * @param most how many messages are listed of those newly held, and of those newly delivered
     * @throws SettingException for an unknown domain, finding or setting; it names the nearest
     * @throws IllegalArgumentException with a text that helps, for a bad pattern
     * @throws java.io.UncheckedIOException when the store can not be reached
     */
    public Trial run(String domain, int days, Change change, int most) {
        List<String> names =
                sources.domains().all().stream().map(ProtectedDomain::name).toList();
        if (!names.contains(domain)) {
            throw SettingException.of(
                    "this gateway",
                    "domain " + domain,
                    "it is not protected here",
                    SettingException.remedyForName(domain, names));
        }
        Weights now = weights.get();
        change.check(domain, now);
        Instant until = clock.instant().plusSeconds(1);
        Instant from = until.minus(Duration.ofDays(days));
        Run run = new Run(now, change.on(now), sources.asNow(), sources.with(domain, change), opinions, most);
        journal.replay(Optional.of(domain), from, until, run::add);
        return run.trial(domain, from, until);
    }

    /** One pass through the lines. */
    private static final class Run {
        private final Weights weightsBefore;
        private final Weights weightsAfter;
        private final Deciding decidingBefore;
        private final Deciding decidingAfter;
        private final MovedMail held;
        private final MovedMail delivered;
        private final Map<Disposition, Long> before = new EnumMap<>(Disposition.class);
        private final Map<Disposition, Long> after = new EnumMap<>(Disposition.class);
        private long decided;
        private long notRecorded;
        private long refused;
        private long otherwiseThen;

        Run(Weights now, Weights tried, Deciding asNow, Deciding asTried, Opinions opinions, int most) {
            this.weightsBefore = now;
            this.weightsAfter = tried;
            this.decidingBefore = asNow;
            this.decidingAfter = asTried;
            this.held = new MovedMail(opinions, kind -> kind == Opinion.Kind.UNWANTED, most);
            this.delivered = new MovedMail(opinions, Opinion.Kind::speaksForIt, most);
        }

        void add(JournalLine line) {
            if (line.outcome() == Outcome.REFUSED) {
                refused++;
            } else if (line.facts().isEmpty()) {
                notRecorded++;
            } else {
                decide(line, line.facts().get());
            }
        }

        private void decide(JournalLine line, ScoredFacts facts) {
            Verdict verdictBefore = facts.verdict(weightsBefore);
            Verdict verdictAfter = weightsAfter == weightsBefore ? verdictBefore : facts.verdict(weightsAfter);
            Disposition now = decidingBefore.disposition(line, facts, verdictBefore);
            Disposition tried = decidingAfter.disposition(line, facts, verdictAfter);
            decided++;
            otherwiseThen += now == line.disposition() ? 0 : 1;
            before.merge(now, 1L, Long::sum);
            after.merge(tried, 1L, Long::sum);
            if (Deciding.isHeld(now) != Deciding.isHeld(tried)) {
                Message message = new Message(
                        line.receipt(),
                        line.receivedAt(),
                        line.recipient(),
                        line.sender(),
                        line.subject(),
                        verdictBefore.score(),
                        verdictAfter.score(),
                        now,
                        tried,
                        false);
                (Deciding.isHeld(tried) ? held : delivered).add(message);
            }
        }

        Trial trial(String domain, Instant from, Instant until) {
            return new Trial(
                    domain,
                    from,
                    until,
                    decided,
                    notRecorded,
                    refused,
                    otherwiseThen,
                    before,
                    after,
                    held.counted(),
                    delivered.counted());
        }
    }
}
