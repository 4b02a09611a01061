package org.scora.report.advice;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scora.checkup.CheckUpFinding;
import org.scora.journal.Totals;
import org.scora.policy.SenderLists;
import org.scora.replay.Trials;
import org.scora.report.contents.Contents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All advice that there is, the most urgent first. Safe for use by several threads. */
public final class Advising {
    private static final int MOST = 5;
    private static final Logger LOGGER = LoggerFactory.getLogger(Advising.class);

    private final List<Adviser> advisers;

    private Advising(List<Adviser> advisers) {
        this.advisers = List.copyOf(advisers);
    }

    /** With what can be told from the numbers and the lists alone. */
    public static Advising of(SenderLists lists) {
        return new Advising(
                List.of(new ForgeableEntry(), new MoreCautious(), new MissingMailbox(), new AllowSender(lists)));
    }

    /** And with what the mail of the last days would have become. */
    public Advising withReplay(Totals totals, Trials trials) {
        return with(new Bolder(totals, (domain, days, change) -> trials.run(domain, days, change, 0)));
    }

    /** And with what the check-up finds. */
    public Advising withCheckUp(Function<String, List<CheckUpFinding>> checkUp) {
        return with(new MissingRecord(checkUp));
    }

    /** And with another one, behind those that there are. */
    public Advising with(Adviser adviser) {
        return new Advising(Stream.concat(advisers.stream(), Stream.of(adviser)).toList());
    }

    /** Few things, or none. What can not be found out is left out. */
    public List<Advice> about(Contents contents) {
        return advisers.stream()
                .flatMap(adviser -> advice(adviser, contents).stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<Advice> advice(Adviser adviser, Contents contents) {
        try {
            return adviser.advise(contents);
        } catch (RuntimeException e) {
            LOGGER.warn("a report goes without advice of {}", adviser.getClass().getSimpleName(), e);
            return Optional.empty();
        }
    }
}
