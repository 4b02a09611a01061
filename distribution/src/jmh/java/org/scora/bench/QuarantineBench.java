package org.scora.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.scora.message.Authentication;
import org.scora.quarantine.ContentStore;
import org.scora.quarantine.Expiry;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;
import org.slf4j.LoggerFactory;

/**
 * Measures a quarantine with many held messages: how fast they come in, a user's page, searches, and a day's expiry with
 * somebody reading meanwhile. The first of them are held as the gateway does, each durable; the others are copies that
 * the database makes. Arguments: {@code h2} or {@code postgresql}, the number of messages, and for how many minutes it may
 * fill at most.
 */
public final class QuarantineBench {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int DAYS = 30;
    private static final int DOMAINS = 100;
    private static final int USERS = 50;
    private static final int WRITERS = 8;
    // Those of the gateway, so that a second connection may be opened.
    private static final String H2_OPTIONS =
            ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;TRACE_LEVEL_FILE=0;WRITE_DELAY=30000";
    private static final int HELD_ONE_BY_ONE = 20_000;
    private static final List<String> COPIES = List.of(
            "INSERT INTO held_message (message_key, receipt, sender, subject, score, category, reason, held_at,"
                    + " size_in_bytes, envelope, content_hash, facts) SELECT message_key || '-copy' || :n, receipt, sender,"
                    + " subject, score, category, reason, held_at - INTERVAL ':n' SECOND, size_in_bytes, envelope,"
                    + " content_hash, facts FROM held_message WHERE message_key NOT LIKE '%-copy%'",
            "INSERT INTO held_recipient (message_key, place, recipient, domain, held_at, owner, category, state)"
                    + " SELECT message_key || '-copy' || :n, place, recipient, domain, held_at - INTERVAL ':n' SECOND, owner,"
                    + " category, state FROM held_recipient WHERE message_key NOT LIKE '%-copy%'",
            "INSERT INTO held_term (term, domain, held_at, message_key) SELECT term, domain,"
                    + " held_at - INTERVAL ':n' SECOND, message_key || '-copy' || :n FROM held_term"
                    + " WHERE message_key NOT LIKE '%-copy%'");
    private static final List<String> WORDS = List.of(
            "invoice",
            "order",
            "your",
            "account",
            "delivery",
            "meeting",
            "offer",
            "urgent",
            "report",
            "payment",
            "newsletter",
            "password",
            "parcel",
            "update",
            "security",
            "win",
            "free",
            "price",
            "document",
            "reminder");
    private static final List<String> FINDINGS = List.of(
            "LINK_MISMATCH", "FROM_LOOKALIKE", "SPF_FAIL", "DNS_LISTED", "SUBJECT_TRICKS", "NO_DATE", "HTML_ONLY");

    private final DatabaseSettings settings;
    private final Database database;
    private final HeldMessages held;
    private final HeldCopies copies;
    private final int messages;

    private QuarantineBench(DatabaseSettings settings, Database database, int messages) {
        this.settings = settings;
        this.database = database;
        this.held = database.heldMessages();
        this.copies = database.heldCopies();
        this.messages = messages;
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        String engine = arguments.length > 0 ? arguments[0] : "h2";
        int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Duration most = Duration.ofMinutes(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30);
        Path folder = Files.createTempDirectory("scora-quarantine-bench");
        if (engine.equals("postgresql")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                run(
                        new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 12),
                        messages,
                        most);
            }
        } else {
            run(
                    new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora") + H2_OPTIONS, "scora", "", 12),
                    messages,
                    most);
        }
    }

    private static void run(DatabaseSettings settings, int messages, Duration most) throws Exception {
        try (Database database = Database.open(settings, Clock.fixed(NOW, ZoneOffset.UTC))) {
            System.out.println(settings.url().replaceAll("^jdbc:(\\w+):.*", "$1"));
            new QuarantineBench(settings, database, messages).run(most);
        }
    }

    private void run(Duration most) throws Exception {
        fill(most);
        measure("a user's page of 50", query -> query.owner(user()));
        measure("a user's tenth page", this::deepPage);
        measure("a domain's page of 50", query -> query.domain(domain()));
        measure("the newest of all", query -> query);
        measure("search: sender of a domain", query -> query.domain(domain()).sender(Optional.of("shop7.example")));
        measure("search: sender anywhere", query -> query.sender(Optional.of("shop" + random(500) + ".example")));
        measure("search: common word, domain", query -> query.domain(domain()).subject(Optional.of("invoice")));
        measure("search: two words anywhere", query -> query.subject(Optional.of("invoice urgent")));
        measure("search: rare word anywhere", query -> query.subject(Optional.of("nr" + random(first()))));
        measure("search: word that is nowhere", query -> query.subject(Optional.of("xyzzy")));
        measure("search: Message-ID", query -> query.messageId(Optional.of(random(first()) + "@shop.example")));
        measure(
                "search: finding and score, domain",
                query -> query.domain(domain())
                        .finding(Optional.of("SPF_FAIL"))
                        .score(Optional.of(5.0), Optional.empty()));
        measure("search: virus of a user", query -> query.owner(user()).category(Optional.of(Category.VIRUS)));
        expire();
    }

    private final Random random = new Random(1);

    private synchronized int random(int bound) {
        return random.nextInt(bound);
    }

    private Optional<String> user() {
        return Optional.of("user" + random(USERS) + "@d" + random(DOMAINS) + ".example");
    }

    private Optional<String> domain() {
        return Optional.of("d" + random(DOMAINS) + ".example");
    }

    private HeldQuery.Builder deepPage(HeldQuery.Builder query) {
        return query.owner(user()).after(Optional.of(new HeldQuery.Place(NOW.minus(Duration.ofDays(DAYS - 3)), "x")));
    }

    private void fill(Duration most) throws Exception {
        long start = System.nanoTime();
        long end = start + most.toNanos();
        int first = first();
        AtomicLong next = new AtomicLong();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(() -> {
                for (long n = next.getAndIncrement();
                        n < first && System.nanoTime() < end;
                        n = next.getAndIncrement()) {
                    held.put(message((int) n));
                }
            });
        }
        writers.shutdown();
        writers.awaitTermination(1, TimeUnit.DAYS);
        double seconds = (System.nanoTime() - start) / 1e9;
        long count = held.count();
        System.out.printf(Locale.ROOT, "%,d messages held in %.0f s, %.0f a second%n", count, seconds, count / seconds);
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            for (int copy = 1; copy < messages / first && System.nanoTime() < end; copy++) {
                for (String sql : COPIES) {
                    statement.execute(sql.replace(":n", Integer.toString(copy)));
                }
            }
            statement.execute("ANALYZE");
        }
        System.out.printf(Locale.ROOT, "%,d messages with copies%n", held.count());
    }

    private HeldMessage message(int n) {
        Random own = new Random(n);
        Instant heldAt =
                NOW.minus(Duration.ofDays(DAYS + 1).multipliedBy(first() - n).dividedBy(first()));
        String domain = "d" + own.nextInt(DOMAINS) + ".example";
        String sender = "news@shop" + own.nextInt(500) + ".example";
        String subject = word(own) + " " + word(own) + " " + word(own) + " nr" + n;
        Category category = own.nextInt(100) == 0 ? Category.VIRUS : Category.SPAM;
        return new HeldMessage(
                        "Mail" + heldAt.toEpochMilli() + "-" + n,
                        String.format("%04X-%04X-%04X", n >>> 16, n & 0xffff, own.nextInt(0x10000)),
                        Optional.of("bounce" + n + "@out.example"),
                        List.of("user" + own.nextInt(USERS) + "@" + domain),
                        subject,
                        own.nextDouble() * 8,
                        category,
                        "the score reaches 3.0 (normal), from which spam is quarantined",
                        heldAt,
                        10_000,
                        "{\"attributes\":\"" + "x".repeat(1500) + "\"}",
                        Optional.empty())
                .withFacts(new HeldFacts(
                        Optional.of("<" + n + "@shop.example>"),
                        List.of(sender),
                        List.of(FINDINGS.get(own.nextInt(7)), FINDINGS.get(own.nextInt(7))),
                        Authentication.none()));
    }

    private int first() {
        return Math.min(messages, HELD_ONE_BY_ONE);
    }

    private static String word(Random own) {
        return WORDS.get(own.nextInt(WORDS.size()));
    }

    private void measure(String name, UnaryOperator<HeldQuery.Builder> query) {
        int found = 0;
        double[] times = new double[100];
        for (int i = -20; i < times.length; i++) {
            HeldQuery built = query.apply(HeldQuery.builder()).build();
            long start = System.nanoTime();
            found = copies.search(built).size();
            times[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT, "%-36s median %7.1f ms, 99 %% %7.1f ms, %d found%n", name, times[50], times[98], found);
    }

    private void expire() throws Exception {
        Quarantine quarantine = new Quarantine(held, new NoContents());
        Expiry expiry = new Expiry(copies, quarantine, database.effectiveSettings(), Clock.fixed(NOW, ZoneOffset.UTC));
        ExecutorService one = Executors.newSingleThreadExecutor();
        long start = System.nanoTime();
        Future<Expiry.Done> done = one.submit(expiry::run);
        double slowest = 0;
        int pages = 0;
        while (!done.isDone()) {
            long asked = System.nanoTime();
            copies.search(HeldQuery.builder().owner(user()).build());
            slowest = Math.max(slowest, (System.nanoTime() - asked) / 1e6);
            pages++;
            Thread.sleep(20);
        }
        one.shutdown();
        System.out.printf(
                Locale.ROOT,
                "a day's expiry: %,d copies in %.1f s; meanwhile %d pages, the slowest %.1f ms%n",
                done.get().expired(),
                (System.nanoTime() - start) / 1e9,
                pages,
                slowest);
    }

    /** The index is measured, not the disk. */
    private static final class NoContents implements ContentStore {
        @Override
        public long write(String key, InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<InputStream> read(String key) {
            return Optional.empty();
        }

        @Override
        public String place(String key) {
            return key;
        }

        @Override
        public void delete(String key) {}

        @Override
        public String setAside(String key) {
            return key;
        }

        @Override
        public Instant writtenAt(String key) {
            return Instant.MAX;
        }

        @Override
        public List<String> keys() {
            return List.of();
        }
    }
}
