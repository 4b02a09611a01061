package org.scora.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.incident.Breaker;
import org.scora.incident.BreakerMode;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.ScoredFacts;
import org.scora.journal.ScoredFacts.Found;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.policy.ChainProfile;
import org.scora.policy.Disposition;
import org.scora.replay.Change;
import org.scora.replay.Deciding;
import org.scora.replay.Trial;
import org.scora.replay.Trials;
import org.scora.score.SiteFindings;
import org.scora.score.Verdict;
import org.scora.score.Weights;
import org.scora.score.WeightsInForce;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;
import org.slf4j.LoggerFactory;

/**
 * Measures how many lines of the journal are decided again in a second: by a trial, and by the breaker's first look. The
 * first lines are written as the gateway does, the others are copies that the database makes. Argument: the number of lines.
 */
public final class JournalBench {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;TRACE_LEVEL_FILE=0;WRITE_DELAY=30000";
    private static final Duration PERIOD = Duration.ofDays(29);
    private static final int WRITTEN = 10_000;
    private static final int USERS = 500;
    private static final int SENDERS = 3000;
    private static final List<String> FINDINGS = List.of(
            "SPF_PASS",
            "DKIM_PASS",
            "DMARC_PASS",
            "DATE_MISSING",
            "SUBJECT_RAW_BYTES",
            "LINK_BRAND_BORROWED",
            "OFFICE_MACRO",
            "PDF_SCRIPT",
            "KNOWN_CORRESPONDENT",
            "SPF_FAIL",
            "DMARC_FAIL",
            "FILE_TYPE_DIFFERS");

    private final Random random = new Random(7);
    private final Weights weights = Weights.shipped();

    private JournalBench() {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("journal-bench");
        String url = "jdbc:h2:file:" + folder.resolve("scora") + OPTIONS;
        try (Database database = Database.open(new DatabaseSettings(url, "scora", "", 4), CLOCK)) {
            new JournalBench().fill(database, url, lines);
            trial(database);
            look(database);
        }
    }

    // In the order of time, as the lines of a gateway are.
    private void fill(Database database, String url, int lines) throws Exception {
        int parts = Math.max(1, lines / WRITTEN);
        Duration part = PERIOD.dividedBy(parts);
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.com",
                        DomainState.ACTIVE,
                        List.of(new RouteHost("mail.example.com", 25, 0)),
                        RecipientPolicy.ANY,
                        List.of()));
        List<JournalLine> written = new ArrayList<>();
        for (int number = 0; number < WRITTEN; number++) {
            written.add(
                    line(number, NOW.minus(PERIOD).plus(part.dividedBy(WRITTEN).multipliedBy(number))));
        }
        database.journal().record(written);
        try (Connection connection = DriverManager.getConnection(url, "scora", "");
                Statement statement = connection.createStatement()) {
            for (int copy = 1; copy < parts; copy++) {
                statement.execute("INSERT INTO journal_line (receipt, recipient, recipient_domain, received_at,"
                        + " client_address, sender, subject, size_in_bytes, findings, score, category, disposition,"
                        + " reason, outcome, detail, facts) SELECT receipt || '-" + copy + "', recipient,"
                        + " recipient_domain, received_at + INTERVAL '" + part.toSeconds() * copy
                        + "' SECOND, client_address, sender,"
                        + " subject, size_in_bytes, findings, score, category, disposition, reason, outcome, detail,"
                        + " facts FROM journal_line WHERE receipt NOT LIKE '%-%'");
            }
        }
    }

    private JournalLine line(int number, Instant at) {
        String sender = "someone@s" + random.nextInt(SENDERS) + ".example";
        Optional<String> domain = Optional.of(sender.substring(sender.indexOf('@') + 1));
        List<Found> found = new ArrayList<>();
        FINDINGS.stream().filter(name -> random.nextInt(2) == 0).forEach(name -> found.add(new Found(name, 1)));
        found.add(new Found(random.nextBoolean() ? "LEARNED_SPAM" : "LEARNED_HAM", random.nextDouble() * 4));
        ScoredFacts facts = new ScoredFacts(
                found, List.of(sender), new Authentication(Result.PASS, domain, List.of(), Result.PASS, domain, true));
        Verdict verdict = facts.verdict(weights);
        boolean held = verdict.score() >= 3;
        return new JournalLine(
                "R" + number,
                at,
                Optional.of("192.0.2." + random.nextInt(250)),
                Optional.of(sender),
                "user" + random.nextInt(USERS) + "@example.com",
                "About number " + number,
                10_000,
                found.stream().map(Found::name).toList(),
                verdict.score(),
                verdict.category(),
                held ? Disposition.QUARANTINE : Disposition.NORMAL,
                "the score stays below 3.0 (normal), from which spam is quarantined",
                held ? Outcome.HELD : Outcome.DELIVERED,
                "mail.example.com: 250 2.0.0 Ok",
                Optional.of(facts),
                Passage.UNKNOWN);
    }

    private static Deciding.Sources sources(Database database) {
        return new Deciding.Sources(
                database.protectedDomains(),
                database.storedSettings(),
                database.recipients(),
                database.senderLists(),
                new ChainProfile(),
                Clock.systemUTC());
    }

    private static WeightsInForce weights(Database database) {
        SiteFindings site = SiteFindings.shipped();
        return new WeightsInForce(() -> site, database.incidents()::advisories);
    }

    private static void trial(Database database) {
        Trials trials =
                new Trials(database.journal(), database.opinions(), sources(database), weights(database), CLOCK);
        Change change = new Change(Map.of("spamQuarantine", "cautious"), Map.of(), Set.of(), List.of(), List.of());
        long start = System.nanoTime();
        Trial trial = trials.run("example.com", 30, change, 20);
        print("a trial", trial.decided(), start);
        System.out.println("newly delivered: " + trial.newlyDelivered().total());
    }

    private static void look(Database database) {
        Breaker breaker = new Breaker(
                new Breaker.Store(database.journal(), database.opinions(), database.counts(), database.incidents()),
                sources(database),
                weights(database),
                BreakerMode.ON,
                CLOCK);
        long start = System.nanoTime();
        breaker.check();
        long lines = database.counts().mail("", NOW.minus(Duration.ofDays(15)), NOW.plusSeconds(1)).values().stream()
                .mapToLong(hour -> hour.messages())
                .sum();
        print("the breaker's first look, at two weeks", lines, start);
        long again = System.nanoTime();
        breaker.check();
        System.out.printf("its next look: %d ms%n", (System.nanoTime() - again) / 1_000_000);
    }

    private static void print(String what, long lines, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%s: %d lines in %.1f s, %.0f lines/s; %d MiB in use afterwards%n",
                what, lines, seconds, lines / seconds, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
