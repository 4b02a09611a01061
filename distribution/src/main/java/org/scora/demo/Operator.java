package org.scora.demo;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.scora.console.command.AdminClient;
import org.scora.console.command.ScoraCommand;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;

/** The operator of the demonstration's gateway: gives the same commands as a person, and reads the journal. */
final class Operator {
    private static final int LINES_AT_ONCE = 1000;

    private final Path home;
    private final PrintStream out;
    private final AdminClient server;

    Operator(DemoHome home, PrintStream out) {
        this.home = home.folder();
        this.out = out;
        this.server = new AdminClient(home.var());
    }

    /** Gives a {@code scora} command, showing it and its answer. */
    void command(String... arguments) {
        out.println("  $ scora " + String.join(" ", arguments));
        StringWriter answer = new StringWriter();
        int exitCode = ScoraCommand.create(home, unused -> List.of())
                .setOut(new PrintWriter(answer))
                .setErr(new PrintWriter(answer))
                .execute(arguments);
        answer.toString().lines().forEach(line -> out.println("    " + line));
        if (exitCode != 0) {
            throw new DemoException("The command failed with exit code " + exitCode + ".");
        }
    }

    /** The newest lines of the journal for one domain, a thousand at most. */
    List<JournalLine> journal(String domain, Instant from) {
        return journal(domain, from, Instant.now().plusSeconds(1));
    }

    /** How many recipients' copies of a domain have come to their end. */
    int endedCount(String domain, Instant from) {
        String path = String.format(
                "/scora/journal/counts?domain=%s&from=%s&until=%s",
                domain, from, Instant.now().plusSeconds(1));
        return (int) Stream.of(server.get(path).as(OutcomeCount[].class))
                .filter(count -> count.outcome() != Outcome.QUEUED && count.outcome() != Outcome.RELEASED)
                .mapToLong(OutcomeCount::count)
                .sum();
    }

    /** Hands over every line of a period, in no order, and never more than a few thousand at a time. */
    void readJournal(String domain, Instant from, Instant until, Consumer<JournalLine> reader) {
        List<Period> periods = new ArrayList<>(List.of(new Period(from, until)));
        while (!periods.isEmpty()) {
            Period period = periods.remove(periods.size() - 1);
            List<JournalLine> lines = journal(domain, period.from(), period.until());
            if (lines.size() < LINES_AT_ONCE) {
                lines.forEach(reader);
            } else {
                periods.addAll(period.halves());
            }
        }
    }

    private List<JournalLine> journal(String domain, Instant from, Instant until) {
        String path =
                String.format("/scora/journal?domain=%s&from=%s&until=%s&limit=%d", domain, from, until, LINES_AT_ONCE);
        return List.of(server.get(path).as(JournalLine[].class));
    }

    private record Period(Instant from, Instant until) {
        List<Period> halves() {
            Instant middle = from.plus(Duration.between(from, until).dividedBy(2));
            if (!middle.isAfter(from) || !middle.isBefore(until)) {
                throw new DemoException("More than " + LINES_AT_ONCE + " lines of the journal have the same time.");
            }
            return List.of(new Period(from, middle), new Period(middle, until));
        }
    }
}
