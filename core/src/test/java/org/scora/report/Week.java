package org.scora.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.policy.Disposition;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Sources;
import org.scora.score.Category;

/** The last seven days of example.com, as tests need them: each message half an hour older than the one before. */
final class Week {
    static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    static final ReportPeriod PERIOD = ReportPeriod.before(NOW, Duration.ofDays(7));
    static final ProtectedDomain DOMAIN = domain("example.com", DomainState.ACTIVE);
    static final List<String> ADMINISTRATORS = List.of("admin@example.com");

    final MemoryJournal journal = new MemoryJournal();
    final List<Opinion> opinions = new ArrayList<>();
    private int messages;

    static ProtectedDomain domain(String name, DomainState state) {
        return new ProtectedDomain(
                name, state, List.of(new RouteHost("mail.example.com", 25, 10)), RecipientPolicy.LISTED, List.of());
    }

    Reports reports() {
        return reports(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    Reports reports(Clock clock) {
        return new Reports(Reports.Making.plain(sources()), "mx1.gateway.example", clock);
    }

    Sources sources() {
        return new Sources(
                journal,
                new TotalsOfLines(journal),
                new ExampleWeeks.Opined(opinions),
                new ExampleWeeks.Entries(new ArrayList<>()),
                domain -> ExampleWeeks.rules());
    }

    Contents contents() {
        return reports().contents(Optional.of(DOMAIN), PERIOD, ZoneOffset.UTC);
    }

    /** The report as a mail program reads it. */
    ReadMail mail() {
        return ReadMail.of(reports().reportFor(DOMAIN, PERIOD, ADMINISTRATORS));
    }

    Week normal(int count, Outcome outcome) {
        for (int i = 0; i < count; i++) {
            add("colleague@partner.example", "Minutes of the meeting", -2.5, Disposition.NORMAL, outcome);
        }
        return this;
    }

    Week held(int count) {
        for (int i = 0; i < count; i++) {
            held("offers@pills.example", "Cheap pills for you");
        }
        return this;
    }

    Week held(String sender, String subject) {
        return add(sender, subject, 3.2, Disposition.QUARANTINE, Outcome.HELD);
    }

    Week add(String sender, String subject, double score, Disposition disposition, Outcome outcome) {
        return add(line(sender, subject, score, disposition, outcome));
    }

    Week add(JournalLine line) {
        journal.record(List.of(line));
        return this;
    }

    /** A held message. */
    JournalLine line(String recipient, Instant receivedAt, String subject) {
        return line(recipient, receivedAt, "x@y.example", subject, 3.2, Disposition.QUARANTINE, Outcome.HELD);
    }

    /** A message to Anna; one with the score 0 was not scored. */
    JournalLine line(String sender, String subject, double score, Disposition disposition, Outcome outcome) {
        Instant receivedAt = NOW.minus(Duration.ofMinutes(30L * (messages + 1)));
        return line("anna@example.com", receivedAt, sender, subject, score, disposition, outcome);
    }

    private JournalLine line(
            String recipient,
            Instant receivedAt,
            String sender,
            String subject,
            double score,
            Disposition disposition,
            Outcome outcome) {
        messages++;
        return new JournalLine(
                String.format("TEST-%04d-9KTW", messages),
                receivedAt,
                Optional.of("192.0.2.7"),
                Optional.of(sender).filter(text -> !text.isEmpty()),
                recipient,
                subject,
                4711,
                score == 0 ? List.of() : List.of("DATE_IN_FUTURE"),
                score,
                Category.SPAM,
                disposition,
                "the score " + score + " is at least the 3.0 from which spam is quarantined",
                outcome,
                outcome == Outcome.RETURNED ? "mail.example.com: 550 5.1.1 User unknown" : "",
                Optional.empty(),
                Passage.UNKNOWN);
    }
}
