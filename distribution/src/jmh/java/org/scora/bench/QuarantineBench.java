package org.scora.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.scora.quarantine.Expiry;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;
import org.slf4j.LoggerFactory;

/**
 * Measures a quarantine with many held messages: how fast they come in, a user's page, searches, and a day's expiry with
 * somebody reading meanwhile. Arguments: {@code h2} or {@code postgresql}, the number of messages, and for how many minutes it may
 * fill at most.
 */
public final class QuarantineBench {
    // Those of the gateway, so that a second connection may be opened.
    private static final String H2_OPTIONS =
            ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;TRACE_LEVEL_FILE=0;WRITE_DELAY=30000";

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
        if (engine.equals("postgresql")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                run(
                        new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 12),
                        messages,
                        most);
            }
        } else {
            Path folder = Files.createTempDirectory("scora-quarantine-bench");
            try {
                run(
                        new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora") + H2_OPTIONS, "scora", "", 12),
                        messages,
                        most);
            } finally {
                MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        }
    }

    private static void run(DatabaseSettings settings, int messages, Duration most) throws Exception {
        try (Database database = Database.open(settings, Clock.fixed(HeldSample.NOW, ZoneOffset.UTC))) {
            System.out.println(settings.url().replaceAll("^jdbc:(\\w+):.*", "$1"));
            new QuarantineBench(settings, database, messages).run(most);
        }
    }

    private void run(Duration most) throws Exception {
        QuarantineFill fill = new QuarantineFill(settings, database.heldMessages(), messages, most);
        fill.run();
        int first = fill.first();
        measure("a user's page of 50", query -> query.owner(user()));
        measure("a user's page of held ones", query -> query.owner(user()).states(HeldState.HELD));
        measure("a user's tenth page", this::deepPage);
        measure("a domain's page of 50", query -> query.domain(domain()));
        measure("the newest of all", query -> query);
        measure("search: sender of a domain", query -> query.domain(domain()).sender(Optional.of("shop7.example")));
        measure("search: sender anywhere", query -> query.sender(Optional.of("shop" + random(500) + ".example")));
        measure("search: common word, domain", query -> query.domain(domain()).subject(Optional.of("invoice")));
        measure("search: two words anywhere", query -> query.subject(Optional.of("invoice urgent")));
        measure("search: rare word anywhere", query -> query.subject(Optional.of("nr" + random(first))));
        measure("search: word that is nowhere", query -> query.subject(Optional.of("xyzzy")));
        measure("search: Message-ID", query -> query.messageId(Optional.of(random(first) + "@shop.example")));
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
        return Optional.of("user" + random(HeldSample.USERS) + "@d" + random(HeldSample.DOMAINS) + ".example");
    }

    private Optional<String> domain() {
        return Optional.of("d" + random(HeldSample.DOMAINS) + ".example");
    }

    private HeldQuery.Builder deepPage(HeldQuery.Builder query) {
        return query.owner(user())
                .after(Optional.of(
                        new HeldQuery.Place(HeldSample.NOW.minus(Duration.ofDays(HeldSample.DAYS - 3)), "x")));
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
        Expiry expiry = new Expiry(
                copies, quarantine, database.effectiveSettings(), Clock.fixed(HeldSample.NOW, ZoneOffset.UTC));
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
}
