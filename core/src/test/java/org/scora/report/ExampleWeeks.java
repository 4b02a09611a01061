package org.scora.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RefusalReason;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Opinions;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.RefusalCount;
import org.scora.journal.ScoredFacts;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.policy.CategoryRule;
import org.scora.policy.Disposition;
import org.scora.policy.ListEntry;
import org.scora.policy.Profile;
import org.scora.policy.SenderLists;
import org.scora.report.advice.Advising;
import org.scora.report.contents.Sources;
import org.scora.score.Category;
import org.scora.score.Weights;
import org.scora.setting.Settings;

/** Two weeks of the mail of example.com as a middling company gets it, always the same: the handbook's example. */
final class ExampleWeeks {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-11-22T23:00:00Z");
    static final ReportPeriod WEEK = ReportPeriod.before(NOW, Duration.ofDays(7));
    static final String GATEWAY = "mx1.gateway.example";

    private static final List<String> PEOPLE =
            List.of("anna", "ben", "carla", "dieter", "info", "office", "sales", "jobs", "erik", "fatima");
    private static final List<String> PARTNERS =
            List.of("partner.example", "supplier.example", "bank.example", "news.shop.example", "university.example");
    private static final List<List<String>> UNWANTED = List.of(
            List.of("offers@pills.example", "Cheap pills, delivered overnight", "PHARMACY_OFFER", "SPAM"),
            List.of("prince@fortune.example", "Your inheritance of $ 4,500,000", "ADVANCE_FEE_FRAUD", "PHISHING"),
            List.of("security@bank-login.example", "Your account is locked", "FROM_NAME_IS_BRAND", "PHISHING"),
            List.of("seo@rank.example", "First on every search page, guaranteed", "SEO_OFFER", "SPAM"),
            List.of("hot@dates.example", "Lonely people in your town", "DATING_OFFER", "EXPLICIT"),
            List.of("invoice@billing.example", "Invoice 2026-4711", "OFFICE_MACRO", "VIRUS"));

    final MemoryJournal journal = new MemoryJournal();
    final Entries lists = new Entries(new ArrayList<>());
    final List<Opinion> opinions = new ArrayList<>();
    private final Random random = new Random(4711);
    private int number;

    ExampleWeeks() {
        for (int day = 13; day >= 0; day--) {
            day(NOW.minus(Duration.ofDays(day + 1L)), day);
        }
        lists.add(entry("newsletter.example", true, Optional.empty(), "from the old gateway"));
        lists.add(entry("trade-fair.example", false, Optional.of(NOW.plus(Duration.ofDays(5))), "until the fair"));
        refused(RefusalReason.DNS_LIST, 540, 605);
        refused(RefusalReason.UNKNOWN_MAILBOX, 212, 233);
        refused(RefusalReason.GREYLISTED, 108, 90);
        refused(RefusalReason.NO_SENDER_DOMAIN, 21, 52);
    }

    private void day(Instant begin, int daysAgo) {
        boolean weekend = daysAgo % 7 < 2;
        for (int i = 0; i < (weekend ? 30 : 130) + random.nextInt(40); i++) {
            wanted(begin, weekend);
        }
        for (int i = 0; i < 90 + random.nextInt(60); i++) {
            unwanted(begin);
        }
        if (daysAgo % 2 == 0) {
            mistaken(begin);
        }
        for (int i = 0; i < 6; i++) {
            unknown(begin.plus(Duration.ofHours(9 + i)));
        }
    }

    private void wanted(Instant begin, boolean weekend) {
        Instant at =
                begin.plusSeconds(weekend ? random.nextInt(86_400) : 7 * 3600 + (long) (36_000 * random.nextDouble()));
        String partner = PARTNERS.get(random.nextInt(PARTNERS.size()));
        double score = -3.2 + 1.1 * random.nextGaussian();
        add(line(at, "someone@" + partner, "Re: Minutes of Monday", List.of(), Math.min(0.4, score), Category.SPAM)
                .at(Disposition.NORMAL, Outcome.DELIVERED, "the score stays below", "mail.example.com: 250 2.0.0 Ok"));
        if (random.nextInt(40) == 0) {
            add(line(at, "letter@newsletter.example", "This week in trade", List.of(), 2.2, Category.SPAM)
                    .unproven()
                    .at(
                            Disposition.NORMAL,
                            Outcome.DELIVERED,
                            "the sender is allowed by the entry 'newsletter.example'",
                            "mail.example.com: 250 2.0.0 Ok"));
        }
    }

    private void unwanted(Instant begin) {
        List<String> kind = UNWANTED.get(Math.min(UNWANTED.size() - 1, (int) Math.abs(2 * random.nextGaussian())));
        double score = 4.3 + 1.1 * random.nextGaussian();
        Disposition disposition = score < 2
                ? Disposition.NORMAL
                : score < 3 ? Disposition.FLAG_SUBJECT : score < 6 ? Disposition.QUARANTINE : Disposition.DELETE;
        Outcome outcome = switch (disposition) {
            case NORMAL, FLAG_SUBJECT -> Outcome.DELIVERED;
            case QUARANTINE -> Outcome.HELD;
            case DELETE -> Outcome.DELETED;
        };
        Made made = line(
                        begin.plusSeconds(random.nextInt(86_400)),
                        kind.get(0),
                        kind.get(1),
                        List.of(kind.get(2), "LEARNED_SPAM"),
                        score,
                        Category.valueOf(kind.get(3)))
                .unproven()
                .at(
                        disposition,
                        outcome,
                        "the score reaches 3.0 (normal), from which spam is quarantined",
                        outcome == Outcome.DELIVERED ? "mail.example.com: 250 2.0.0 Ok" : "");
        add(made);
        if (disposition == Disposition.NORMAL && random.nextInt(3) == 0) {
            say(made, Opinion.Kind.UNWANTED);
        }
    }

    // Wanted mail that was held, and released.
    private void mistaken(Instant begin) {
        Made made = line(
                        begin.plus(Duration.ofHours(10)),
                        "orders@printer.example",
                        "Your order is on its way",
                        List.of("LEARNED_SPAM"),
                        3.2,
                        Category.SPAM)
                .at(Disposition.QUARANTINE, Outcome.DELIVERED, "", "mail.example.com: 250 2.0.0 Ok");
        add(made);
        say(made, Opinion.Kind.RELEASED);
    }

    private void unknown(Instant at) {
        Made made = line(at, "someone@supplier.example", "", List.of(), 0, Category.SPAM)
                .at(Disposition.NORMAL, Outcome.REFUSED, "", "answered 550 5.1.1");
        add(made.to("purchasing@example.com"));
    }

    private void refused(RefusalReason reason, long now, long before) {
        for (int day = 0; day < 7; day++) {
            Instant hour = NOW.minus(Duration.ofDays(day)).minus(Duration.ofHours(9));
            journal.addRefused(List.of(
                    new RefusalCount("example.com", hour, reason, now / 7 + 3L * day),
                    new RefusalCount("example.com", hour.minus(Duration.ofDays(7)), reason, before / 7 + day)));
        }
    }

    private static ListEntry entry(String pattern, boolean anybody, Optional<Instant> until, String note) {
        return new ListEntry(ListEntry.Kind.ALLOW, "example.com", pattern, anybody, until, note);
    }

    private void add(Made made) {
        journal.record(List.of(made.line()));
    }

    private void say(Made made, Opinion.Kind kind) {
        opinions.add(new Opinion(
                made.line().receipt(),
                made.line().recipient(),
                kind,
                made.line().receivedAt().plus(Duration.ofHours(2)),
                "somebody"));
    }

    private Made line(
            Instant at, String sender, String subject, List<String> findings, double score, Category category) {
        number++;
        String recipient =
                PEOPLE.get(Math.min(PEOPLE.size() - 1, (int) Math.abs(4 * random.nextGaussian()))) + "@example.com";
        Authentication proven = new Authentication(
                Result.PASS,
                Optional.of(sender.substring(sender.indexOf('@') + 1)),
                List.of(),
                Result.PASS,
                Optional.of(sender.substring(sender.indexOf('@') + 1)),
                true);
        return new Made(new JournalLine(
                receipt(number),
                at,
                Optional.of("192.0.2.7"),
                Optional.of(sender),
                recipient,
                subject,
                4711 + random.nextInt(90_000),
                findings,
                score,
                category,
                Disposition.NORMAL,
                "",
                Outcome.DELIVERED,
                "",
                Optional.of(new ScoredFacts(List.of(), List.of(sender), proven)),
                Passage.UNKNOWN));
    }

    private static String receipt(int number) {
        String digits = String.format(Locale.ROOT, "%04d", number);
        return "4QX7-" + digits.substring(digits.length() - 4) + "-9KTW";
    }

    /** A line that is being made. */
    private record Made(JournalLine line) {
        Made at(Disposition disposition, Outcome outcome, String reason, String detail) {
            return with(line.recipient(), line.facts(), disposition, outcome, reason, detail);
        }

        Made unproven() {
            return with(
                    line.recipient(),
                    Optional.of(new ScoredFacts(List.of(), List.of(), Authentication.none())),
                    line.disposition(),
                    line.outcome(),
                    line.reason(),
                    line.detail());
        }

        Made to(String recipient) {
            return with(recipient, line.facts(), line.disposition(), line.outcome(), line.reason(), line.detail());
        }

        private Made with(
                String recipient,
                Optional<ScoredFacts> facts,
                Disposition disposition,
                Outcome outcome,
                String reason,
                String detail) {
            return new Made(new JournalLine(
                    line.receipt(),
                    line.receivedAt(),
                    line.clientAddress(),
                    line.sender(),
                    recipient,
                    line.subject(),
                    line.size(),
                    line.findings(),
                    line.score(),
                    line.category(),
                    disposition,
                    reason,
                    outcome,
                    detail,
                    facts,
                    line.passage()));
        }
    }

    Sources sources() {
        return new Sources(journal, new TotalsOfLines(journal), new Opined(opinions), lists, domain -> rules());
    }

    static Map<Category, CategoryRule> rules() {
        return Profile.of(Settings.of("test", Map.of("spamDelete", "6"), Profile.SETTINGS))
                .rules();
    }

    Reports reports() {
        return reports(new Pictures());
    }

    Reports reports(Pictures pictures) {
        return new Reports(
                new Reports.Making(
                        sources(),
                        Advising.of(lists),
                        domain -> reader(Locale.ENGLISH),
                        Weights::shipped,
                        ReportLinks.none()),
                GATEWAY,
                Clock.fixed(NOW, ZoneOffset.UTC),
                pictures);
    }

    static ReportReader reader(Locale language) {
        return new ReportReader(Wordings.shipped().in(language), ZONE);
    }

    static ProtectedDomain domain() {
        return Week.domain("example.com", DomainState.ACTIVE);
    }

    /** The report as a mail program reads it. */
    ReadMail mail(Locale language) {
        return ReadMail.of(
                reports().reportFor(Optional.of(domain()), WEEK, List.of("admin@example.com"), reader(language)));
    }

    /** Entries of lists, in memory. */
    record Entries(List<ListEntry> all) implements SenderLists {
        @Override
        public List<ListEntry> of(String domainName) {
            return List.copyOf(all);
        }

        @Override
        public void add(ListEntry entry) {
            all.add(entry);
        }

        @Override
        public boolean remove(ListEntry.Kind kind, String domainName, String pattern) {
            return all.removeIf(entry -> entry.pattern().equals(pattern));
        }

        @Override
        public List<ListEntry> ofUser(String domainName, String mailbox) {
            return List.of();
        }

        @Override
        public List<String> usersOf(String domainName) {
            return List.of();
        }

        @Override
        public boolean removeOfUser(ListEntry.Kind kind, String domainName, String mailbox, String pattern) {
            return false;
        }

        @Override
        public SenderLists by(String who) {
            return this;
        }
    }

    /** What people said, in memory. */
    record Opined(List<Opinion> all) implements Opinions {
        @Override
        public void note(Opinion opinion) {
            all.add(opinion);
        }

        @Override
        public int forget(Instant before) {
            int there = all.size();
            all.removeIf(opinion -> opinion.at().isBefore(before));
            return there - all.size();
        }

        @Override
        public List<Opinion> about(Collection<String> receipts) {
            return all.stream()
                    .filter(opinion -> receipts.contains(opinion.receipt()))
                    .toList();
        }

        @Override
        public List<Opinion> since(Instant from, int limit) {
            return all.stream()
                    .filter(opinion -> !opinion.at().isBefore(from))
                    .limit(limit)
                    .toList();
        }
    }
}
