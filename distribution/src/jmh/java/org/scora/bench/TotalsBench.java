package org.scora.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.ScoredFacts;
import org.scora.journal.ScoredFacts.Found;
import org.scora.journal.Totals;
import org.scora.journal.Totals.Scope;
import org.scora.journal.TraceQuery;
import org.scora.journal.Traces;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.policy.Disposition;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;
import org.slf4j.LoggerFactory;

/**
 * Measures the journal with many lines of one domain in a month: summing up, the totals of a report, looking for a message,
 * and what a line costs that is written. The first lines are written as the gateway does, the others are copies that the
 * database makes. Arguments: {@code h2} or {@code postgresql}, and the number of lines.
 */
public final class TotalsBench {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;TRACE_LEVEL_FILE=0;WRITE_DELAY=30000";
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final String DOMAIN = "example.com";
    private static final int BASE = 10_000;
    private static final int USERS = 2000;
    private static final int SENDERS = 3000;
    private static final int WRITTEN = 2000;
    private static final List<String> WORDS = List.of(
            "invoice", "order", "your", "account", "delivery", "meeting", "offer", "urgent", "report", "payment");
    private static final List<String> FINDINGS = List.of(
            "SPF_PASS", "DKIM_PASS", "DMARC_PASS", "DATE_MISSING", "LINK_BRAND_BORROWED", "KNOWN_CORRESPONDENT");

    // Made anew after the filling, which takes long otherwise.
    private static final Map<String, String> INDEXES = Map.of(
            "time", "received_at",
            "domain_time", "recipient_domain, received_at",
            "recipient", "recipient, received_at",
            "sender", "sender_key, received_at",
            "author", "author, received_at",
            "message_id", "message_id");

    private final Random random = new Random(7);
    private final DatabaseSettings settings;
    private final Database database;

    private TotalsBench(DatabaseSettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        String engine = arguments.length > 0 ? arguments[0] : "h2";
        int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
        System.out.printf("%s, %,d lines%n", engine, lines);
        if (engine.equals("postgresql")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                run(new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 12), lines);
            }
        } else {
            Path folder = Files.createTempDirectory("scora-totals-bench");
            run(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora") + OPTIONS, "scora", "", 12), lines);
        }
    }

    private static void run(DatabaseSettings settings, int lines) throws Exception {
        try (Database database = Database.open(settings, Clock.fixed(NOW, ZoneOffset.UTC))) {
            TotalsBench bench = new TotalsBench(settings, database);
            timed("filling", () -> bench.fill(lines));
            bench.write();
            timed(
                    "summing up",
                    () -> System.out.println(database.upkeep(new byte[32]).sumUp() + " hours"));
            bench.totals("first");
            bench.totals("again");
            bench.traces();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void timed(String what, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%-40s %,10.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }

    // In the order of time, as the lines of a gateway are.
    private void fill(int lines) throws Exception {
        int parts = Math.max(1, lines / BASE);
        Duration part = PERIOD.dividedBy(parts);
        List<JournalLine> written = new ArrayList<>();
        for (int number = 0; number < BASE; number++) {
            written.add(line(
                    "R" + number, NOW.minus(PERIOD).plus(part.dividedBy(BASE).multipliedBy(number))));
        }
        database.journal().record(written);
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE base AS SELECT * FROM journal_line");
            for (String index : INDEXES.keySet()) {
                statement.execute("DROP INDEX journal_line_" + index);
            }
            for (int copy = 1; copy < parts; copy++) {
                if (copy % 100 == 0) {
                    System.out.printf("%,d lines%n", copy * BASE);
                }
                statement.execute("INSERT INTO journal_line (receipt, recipient, recipient_domain, received_at,"
                        + " client_address, sender, subject, size_in_bytes, findings, score, category, disposition,"
                        + " reason, outcome, detail, facts, message_id, delivered_at, proven, sender_key, author)"
                        + " SELECT receipt || '-" + copy + "', recipient, recipient_domain, received_at + INTERVAL '"
                        + part.toSeconds() * copy + "' SECOND, client_address, sender, subject || '" + copy
                        + "', size_in_bytes, findings, score, category, disposition, reason, outcome, detail, facts,"
                        + " message_id || '" + copy + "', delivered_at + INTERVAL '" + part.toSeconds() * copy
                        + "' SECOND, proven, sender_key, author FROM base");
            }
            statement.execute("DROP TABLE base");
            for (Map.Entry<String, String> index : INDEXES.entrySet()) {
                statement.execute(
                        "CREATE INDEX journal_line_" + index.getKey() + " ON journal_line (" + index.getValue() + ")");
            }
            statement.execute("ANALYZE");
        }
    }

    private JournalLine line(String receipt, Instant at) {
        String domain = "s" + random.nextInt(SENDERS) + ".example";
        String sender = "someone" + random.nextInt(5) + "@" + domain;
        List<String> found = new ArrayList<>(
                FINDINGS.stream().filter(name -> random.nextInt(2) == 0).toList());
        double score = random.nextGaussian() * 3;
        boolean held = score >= 3;
        ScoredFacts facts = new ScoredFacts(
                found.stream().map(name -> new Found(name, 1)).toList(),
                List.of(sender),
                new Authentication(
                        Result.PASS, Optional.of(domain), List.of(), Result.PASS, Optional.of(domain), true));
        return new JournalLine(
                receipt,
                at,
                Optional.of("192.0.2." + random.nextInt(250)),
                Optional.of(sender),
                "user" + random.nextInt(USERS) + "@" + DOMAIN,
                word() + " " + word() + " number ",
                10_000,
                found,
                score,
                Category.SPAM,
                held ? Disposition.QUARANTINE : Disposition.NORMAL,
                "the score stays below 3.0 (normal), from which spam is quarantined",
                held ? Outcome.HELD : Outcome.DELIVERED,
                "mail.example.com:25: 250 2.0.0 Ok",
                Optional.of(facts),
                new Passage(
                        Optional.of("<" + receipt + "." + random.nextLong() + "@" + domain + ">"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        held ? Optional.empty() : Optional.of(at.plusMillis(200 + random.nextInt(3000)))));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private void write() {
        write("of now", NOW.minusSeconds(60));
        write("of a week ago", NOW.minus(Duration.ofDays(7)));
    }

    private void write(String when, Instant at) {
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            for (int number = 0; number < WRITTEN; number++) {
                JournalLine line = line("W" + when + round + "-" + number, at.plusMillis(number));
                database.journal().record(List.of(line));
                database.journal().update(line.receipt(), line.recipient(), Outcome.DELIVERED, "mail: 250 Ok");
            }
            System.out.printf(
                    "a line %s and its delivery, each durable, by one writer: %.0f us%n",
                    when, (System.nanoTime() - start) / 1e3 / WRITTEN);
        }
    }

    private void totals(String round) throws Exception {
        Totals totals = database.totals();
        // A month of local time, so that it begins and ends within a day of UTC.
        Instant until = Instant.parse("2026-11-23T23:00:00Z");
        Scope scope = new Scope(Optional.of(DOMAIN), until.minus(Duration.ofDays(29)), until);
        Scope live = new Scope(Optional.of(DOMAIN), NOW.minus(Duration.ofDays(29)), NOW);
        timed(round + ": all totals of a past month", () -> {
            timed("  hours", () -> totals.hours(scope));
            timed("  refusals", () -> totals.refusals(scope));
            timed("  scores", () -> totals.scores(scope));
            timed("  findings", () -> totals.findings(scope, 20));
            timed("  bothered", () -> totals.bothered(scope, 20));
            timed("  sources", () -> totals.sources(scope, 20));
            timed("  destinations", () -> totals.destinations(scope, 20));
        });
        timed(round + ": all totals of a month until now", () -> {
            totals.hours(live);
            totals.refusals(live);
            totals.scores(live);
            totals.findings(live, 20);
            totals.bothered(live, 20);
            totals.sources(live, 20);
            totals.destinations(live, 20);
        });
    }

    private void traces() throws Exception {
        for (int round = 0; round < 2; round++) {
            trace("recipient", Optional.empty(), Optional.of("user7@example.com"), List.of(), Optional.empty(), 30);
            trace(
                    "recipient, subject",
                    Optional.empty(),
                    Optional.of("user7@example.com"),
                    List.of("er 777"),
                    Optional.empty(),
                    30);
            trace("sender", Optional.of("someone1@s7.example"), Optional.empty(), List.of(), Optional.empty(), 30);
            trace(
                    "sender's domain, recipient",
                    Optional.of("s7.example"),
                    Optional.of("user7@example.com"),
                    List.of(),
                    Optional.empty(),
                    30);
            trace(
                    "unknown Message-ID",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of("nothing@x.example"),
                    30);
            trace(
                    "domain, frequent word, a week",
                    Optional.empty(),
                    Optional.of(DOMAIN),
                    List.of("invoice"),
                    Optional.empty(),
                    7);
            trace(
                    "domain, rare word, a week",
                    Optional.empty(),
                    Optional.of(DOMAIN),
                    List.of("zebra"),
                    Optional.empty(),
                    7);
            trace(
                    "domain, rare word, a day",
                    Optional.empty(),
                    Optional.of(DOMAIN),
                    List.of("zebra"),
                    Optional.empty(),
                    1);
            trace(
                    "sender's domain alone, a week",
                    Optional.of("s7.example"),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    7);
        }
    }

    private void trace(
            String what,
            Optional<String> sender,
            Optional<String> recipient,
            List<String> words,
            Optional<String> messageId,
            int days)
            throws Exception {
        Traces traces = database.traces(new byte[32]);
        TraceQuery query = new TraceQuery(
                sender,
                recipient,
                words,
                messageId,
                Optional.empty(),
                Optional.empty(),
                NOW.minus(Duration.ofDays(days)),
                NOW,
                50);
        timed("trace by " + what, () -> System.out.print(traces.find(query).size() + " found: "));
    }
}
