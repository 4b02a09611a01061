package org.scora.incident;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.scora.MovableClock;
import org.scora.journal.JournalLine;
import org.scora.policy.ChainProfile;
import org.scora.replay.Deciding;
import org.scora.replay.RecordedMail;
import org.scora.score.SiteFindings;
import org.scora.score.WeightsInForce;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/**
 * A gateway over weeks, by an injected clock: people write by day and rarely at night and at week-ends, spam comes at any
 * time. One domain is large, ten thousand have little mail. OWN_INVOICE is a finding that the site wrote itself.
 */
final class SimulatedMonth implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final String LARGE = "large.example";
    private static final int SMALL_DOMAINS = 10_000;
    private static final String[] SPAM = {"LEARNED_SPAM*4.2", "DATE_MISSING", "SPF_FAIL"};

    final Database database;
    final MovableClock clock;
    final SiteFindings findings;
    final RecordedMail mail;
    final WeightsInForce weights;
    private final Random random;

    SimulatedMonth(Path file, Path findingsFile, Instant now) {
        this.database = Database.open(new DatabaseSettings("jdbc:h2:file:" + file, "scora", "", 4));
        this.clock = new MovableClock(now);
        this.findings = SiteFindings.read(findingsFile);
        this.mail = new RecordedMail(findings.weights());
        this.weights = new WeightsInForce(() -> findings, database.incidents()::advisories);
        this.random = new Random(now.getEpochSecond());
    }

    Deciding.Sources sources() {
        return new Deciding.Sources(
                database.protectedDomains(),
                database.storedSettings(),
                database.recipients(),
                database.senderLists(),
                new ChainProfile(),
                clock);
    }

    Breaker breaker(BreakerMode mode) {
        return new Breaker(
                new Breaker.Store(database.journal(), database.opinions(), database.counts(), database.incidents()),
                sources(),
                weights,
                mode,
                clock);
    }

    /** An hour of usual mail, into which the clock moves. */
    void hour() {
        ZonedDateTime time = clock.instant().atZone(ZoneOffset.UTC);
        boolean weekEnd = time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        boolean day = time.getHour() >= 8 && time.getHour() < 18;
        List<JournalLine> lines = new ArrayList<>();
        int wanted = weekEnd ? 8 : day ? 60 : 6;
        for (int i = 0; i < wanted; i++) {
            lines.add(wanted(i));
        }
        for (int i = 0; i < 55 + random.nextInt(10); i++) {
            lines.add(mail.line(moment(), "x@spam" + random.nextInt(500) + ".example", recipient(), SPAM));
        }
        database.journal().record(lines);
        clock.forward(Duration.ofHours(1));
    }

    private JournalLine wanted(int number) {
        String sender = "someone@partner" + random.nextInt(200) + ".example";
        return number % 2 == 0
                ? mail.line(moment(), sender, recipient(), "DKIM_PASS", "KNOWN_CORRESPONDENT")
                : mail.line(moment(), sender, recipient(), "DKIM_PASS");
    }

    /** Mail of one kind, spread over the next hour, to the large domain. */
    List<JournalLine> add(int messages, String sender, int domains, String... findingNames) {
        List<JournalLine> lines = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            String from = sender + (i % domains) + ".example";
            lines.add(mail.line(moment(), from, "user" + i + "@" + LARGE, findingNames));
        }
        database.journal().record(lines);
        return lines;
    }

    private Instant moment() {
        return clock.instant().plusMillis(random.nextInt(3_600_000));
    }

    private String recipient() {
        return random.nextInt(10) < 4
                ? "user" + random.nextInt(50) + "@" + LARGE
                : "info@d" + random.nextInt(SMALL_DOMAINS) + ".example";
    }

    @Override
    public void close() {
        database.close();
    }
}
