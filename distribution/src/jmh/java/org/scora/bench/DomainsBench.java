package org.scora.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.Iterables;
import com.google.common.collect.Range;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.scora.domain.CallForward;
import org.scora.domain.DomainState;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.MailboxDifference;
import org.scora.domain.MailboxImport;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientGate;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.Recipients;
import org.scora.domain.RouteHost;
import org.scora.domain.ServiceAddresses;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.export.SettingsText;
import org.scora.export.Stores;
import org.scora.message.Addresses;
import org.scora.policy.ListEntry;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;
import org.slf4j.LoggerFactory;

/**
 * Measures many protected domains with many mailboxes: how long lists take to come in, what the look-ups at RCPT take, and
 * what walks over all domains takes. Half of the mailboxes are on one list, the others on those of all domains. Arguments:
 * {@code h2} or {@code postgresql}, the number of domains, that of mailboxes.
 */
public final class DomainsBench {
    private static final int CONNECTIONS = 12;
    private static final int QUESTIONS = 20_000;
    private static final String BIG = "big.example";

    private final Database database;
    private final int domains;
    private final int each;
    private final int onBigList;
    private final RecipientGate gate;
    private final Recipients recipients;
    private final EffectiveSettings settings;
    private final Random random = new Random(1);

    private DomainsBench(Database database, int domains, int mailboxes) {
        this.database = database;
        this.domains = domains;
        this.each = mailboxes / 2 / domains;
        this.onBigList = mailboxes / 2;
        this.recipients = database.recipients();
        this.settings = database.effectiveSettings();
        this.gate = new RecipientGate(
                database.protectedDomains(),
                recipients,
                (domain, localPart) -> CallForward.Answer.UNKNOWN,
                new ServiceAddresses("mx.example"));
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        String engine = arguments.length > 0 ? arguments[0] : "h2";
        int domains = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        int mailboxes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
        if (engine.equals("postgresql")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                run(postgres.getJdbcUrl("postgres", "postgres"), "postgres", domains, mailboxes);
            }
        } else {
            Path folder = Files.createTempDirectory("scora-domains-bench");
            run("jdbc:h2:file:" + folder.resolve("scora"), "scora", domains, mailboxes);
        }
    }

    private static void run(String url, String user, int domains, int mailboxes) throws Exception {
        System.out.printf(
                "%s, heap of at most %d MB%n",
                url.replaceAll("^jdbc:(\\w+):.*", "$1"),
                megabytes(Runtime.getRuntime().maxMemory()));
        try (Database database = Database.open(new DatabaseSettings(url, user, "", CONNECTIONS))) {
            new DomainsBench(database, domains, mailboxes).run();
        }
    }

    private void run() throws Exception {
        long empty = used();
        time("domains brought in one by one", this::bringDomains);
        bringList("a list, all new", number -> number);
        bringList("the same list again", number -> number);
        bringList("half of it replaced", number -> number + onBigList / 2);
        bringList("and back", number -> number);
        time("the lists of all domains", this::bringLists);
        System.out.printf("%-44s %8d MB%n", "heap in use, beyond that at the start", megabytes(used() - empty));
        atRcpt("mailbox, first question", () -> mailbox(random.nextInt(each)));
        atRcpt("mailbox of the long list, first question", () -> "user" + random.nextInt(onBigList) + "@" + BIG);
        atRcpt("unknown mailbox", () -> mailbox(each + random.nextInt(1_000_000)));
        atRcpt("alias", () -> "sales@" + domain());
        atRcpt("mailbox with a tag", () -> "user" + random.nextInt(each) + "+shop@" + domain());
        atRcpt("unknown domain", () -> "ann@" + random.nextInt(1_000_000) + ".example");
        atRcpt("mailbox, asked before", () -> "user" + random.nextInt(20) + "@d" + random.nextInt(50) + ".example");
        System.out.printf("%-44s %8d MB%n", "heap in use after that", megabytes(used() - empty));
        measure(
                "allowlist of 1,000, asked before",
                () -> database.senderLists().of(BIG).size());
        time("all domains", () -> database.protectedDomains().all());
        time("effective settings of all domains, first", this::allSettings);
        time("effective settings of all domains, again", this::allSettings);
        time("export", this::export);
        time("long list's domain removed", () -> database.protectedDomains().remove(BIG));
    }

    private void bringDomains() {
        for (int number = 0; number < domains; number++) {
            bringDomain("d" + number + ".example");
            database.storedSettings().set(new OfDomain("d" + number + ".example"), "spamDelete", Optional.of("off"));
        }
        bringDomain(BIG);
        for (int entry = 0; entry < 1000; entry++) {
            database.senderLists()
                    .add(new ListEntry(
                            ListEntry.Kind.ALLOW, BIG, "s" + entry + ".example", false, Optional.empty(), "a note"));
        }
    }

    private void bringDomain(String name) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        name,
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx." + name, 0)),
                        RecipientPolicy.LISTED,
                        List.of("admin@" + name)));
        database.aliases().set(name, "sales", List.of("user0"));
    }

    private void bringLists() {
        for (int number = 0; number < domains; number++) {
            database.mailboxLists().bring("d" + number + ".example", names(each, n -> n), MailboxImport.REPLACE);
        }
    }

    // As in a file in no order.
    private static Iterable<String> names(int number, IntFunction<Integer> which) {
        long step = 7_919;
        return Iterables.transform(
                ContiguousSet.create(Range.closedOpen(0, number), DiscreteDomain.integers()),
                n -> "user" + which.apply((int) (n * step % number)));
    }

    private void bringList(String what, IntFunction<Integer> which) throws Exception {
        Iterable<String> names = names(onBigList, which);
        time(
                what + ": told first",
                () -> database.mailboxLists().bring(BIG, names, new MailboxImport(true, true, true)));
        MailboxDifference[] done = new MailboxDifference[1];
        time(
                what + ": done",
                () -> done[0] = database.mailboxLists().bring(BIG, names, new MailboxImport(true, true, false)));
        System.out.printf(Locale.ROOT, "    %,d added, %,d removed%n", done[0].added(), done[0].removed());
    }

    private String domain() {
        return "d" + random.nextInt(domains) + ".example";
    }

    private String mailbox(int number) {
        return "user" + number + "@" + domain();
    }

    private void allSettings() {
        database.protectedDomains().all().forEach(domain -> settings.of(domain.name()));
    }

    private void export() throws Exception {
        Stores stores = new Stores(
                database.protectedDomains(),
                database.mailboxLists(),
                database.aliases(),
                database.storedSettings(),
                database.senderLists());
        SettingsText.of(stores).write(OutputStream.nullOutputStream());
    }

    private interface Address {
        String next();
    }

    /** What is asked about a recipient until it is taken: domain, mailbox, aliases, owner, the settings that hold. */
    private void atRcpt(String what, Address address) {
        measure(what, () -> {
            String recipient = address.next();
            return gate.refusalFor(recipient).hashCode()
                    + recipients
                            .ownerOf(recipient)
                            .map(owner ->
                                    settings.of(Addresses.domainOf(recipient).orElseThrow(), owner))
                            .hashCode();
        });
    }

    private interface Question {
        int ask();
    }

    private static void measure(String what, Question question) {
        double[] times = new double[QUESTIONS];
        int sum = 0;
        for (int i = -2000; i < QUESTIONS; i++) {
            long start = System.nanoTime();
            sum += question.ask();
            times[Math.max(0, i)] = (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-44s median %7.1f us, 99 %% %8.1f us, 99.9 %% %8.1f us%s%n",
                what,
                times[QUESTIONS / 2],
                times[QUESTIONS * 99 / 100],
                times[QUESTIONS * 999 / 1000],
                sum == 0 ? " " : "");
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void time(String what, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        System.out.printf(Locale.ROOT, "%-44s %8.2f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
