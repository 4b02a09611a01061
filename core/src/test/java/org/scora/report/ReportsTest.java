package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scora.report.Week.DOMAIN;
import static org.scora.report.Week.NOW;
import static org.scora.report.Week.PERIOD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RefusalReason;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.journal.RefusalCount;
import org.scora.policy.Disposition;

/** What a report says. */
class ReportsTest {

    @Test
    void beginsWithOneSentenceThatSaysThatAllIsWell() {
        Week week = new Week().normal(5, Outcome.DELIVERED).held(7);
        assertThat(week.mail().text().lines()).contains("12 messages, 58 % unwanted; nothing needs your attention.");
    }

    @Test
    void theSentenceSaysWhatNeedsAttention() {
        Week week = new Week()
                .normal(3, Outcome.RETURNED)
                .add("a@partner.example", "Offer", -1, Disposition.NORMAL, Outcome.FAILED)
                .add("b@partner.example", "Order", 3.5, Disposition.QUARANTINE, Outcome.RELEASED);
        assertThat(headline(week))
                .isEqualTo("5 messages, 20\u00a0% unwanted; 1 released as wrongly held; "
                        + "3 could not be delivered and were returned to their senders; "
                        + "1 could not be processed and needs the gateway's operator.");
    }

    @Test
    void mailThatHasWaitedForLessThanAnHourNeedsNoAttention() {
        Week week = new Week().normal(2, Outcome.QUEUED);
        assertThat(headline(week)).endsWith("; nothing needs your attention.");
        assertThat(headline(week.normal(1, Outcome.QUEUED)))
                .endsWith("; 1 has waited for your mail server for more than an hour.");
    }

    @Test
    void aDomainThatIsNotActiveNeedsAttention() {
        assertThat(headline(Week.domain("example.com", DomainState.PENDING)))
                .isEqualTo("No messages in this period; the domain is not active yet, so its mail is put off.");
        assertThat(headline(Week.domain("example.com", DomainState.SUSPENDED)))
                .isEqualTo("No messages in this period; the domain is suspended, so its mail is put off.");
    }

    @Test
    void whatWasRefusedBeforeItWasTakenIsCountedApart() {
        Week week = new Week().normal(5, Outcome.DELIVERED);
        Instant hour = NOW.minus(Duration.ofHours(3));
        week.journal.addRefused(List.of(
                new RefusalCount("example.com", hour, RefusalReason.UNKNOWN_MAILBOX, 1234),
                new RefusalCount("example.com", hour, RefusalReason.NULL_MX, 2),
                new RefusalCount("example.com", hour, RefusalReason.RATE, 7)));
        assertThat(week.mail().text()).contains("5 messages, 0 % unwanted").contains("REFUSED AT THE DOOR");
        assertThat(rows(week.mail().text()))
                .contains(
                        "To an unknown mailbox 1,234 0",
                        "From a sender's domain that takes no mail 2 0",
                        "From a client that was too fast 7 0",
                        "put off, so that the sender tries again");
        assertThat(week.mail().html()).contains("To an unknown mailbox", "1,234");
    }

    @Test
    void anEmptyPeriodIsSaidToBeEmptyAndShowsNoTables() {
        ReadMail mail = new Week().mail();
        assertThat(mail.text())
                .contains("No messages in this period; nothing needs your attention.")
                .contains("check that the domain's MX record names\nmx1.gateway.example.")
                .doesNotContain("WHAT BECAME", "HELD", "RELEASE", "HOW RIGHT");
        assertThat(mail.html()).contains("No messages in this period").doesNotContain("FlagSubject", "release");
    }

    @Test
    void theSummaryHasEachDispositionWithItsOutcomes() {
        Week week = new Week()
                .normal(1200, Outcome.DELIVERED)
                .normal(3, Outcome.QUEUED)
                .normal(1, Outcome.RETURNED)
                .add("n@shop.example", "Sale", 2.1, Disposition.FLAG_SUBJECT, Outcome.DELIVERED)
                .held(2)
                .add("b@partner.example", "Order", 3.5, Disposition.QUARANTINE, Outcome.DELIVERED)
                .add("v@virus.example", "Invoice", 6, Disposition.DELETE, Outcome.DELETED);
        ReportPeriod months = ReportPeriod.before(NOW, Duration.ofDays(60));
        ReadMail mail = ReadMail.of(week.reports().reportFor(DOMAIN, months, Week.ADMINISTRATORS));
        assertThat(rows(mail.text()))
                .contains(
                        "now share before",
                        "Normal 1,204 99 % 0",
                        "FlagSubject 1 1 % 0",
                        "Quarantine 3 1 % 0",
                        "Delete 1 1 % 0",
                        "All 1,209 100 % 0",
                        "Normal: 1,200 delivered, 3 waiting, 1 returned",
                        "Quarantine: 2 held, 1 released and delivered");
    }

    @Test
    void countsOnlyTheDomainAndThePeriod() {
        Week week = new Week().held(1);
        week.add(week.line("bob@other.example", NOW.minusSeconds(60), "To another domain"))
                .add(week.line("anna@example.com", PERIOD.from().minusSeconds(1), "Too early"))
                .add(week.line("anna@example.com", PERIOD.until().plusSeconds(1), "Too late"));
        assertThat(week.contents().now().counts())
                .containsExactly(new OutcomeCount(Disposition.QUARANTINE, Outcome.HELD, 1));
        assertThat(week.contents().details().kept()).hasSize(1);
    }

    @Test
    void aHeldMessageIsListedWithAllThatOneNeedsToJudgeIt() {
        ReadMail mail =
                new Week().held("offers@pills.example", "Cheap pills for you").mail();
        assertThat(rows(visible(mail.text())))
                .contains(
                        "Fri 20 Nov 2026, 13:30 S: 99.93 % held TEST-0001-9KTW",
                        "From offers@pills.example", "To anna@example.com", "Subject Cheap pills for you")
                .anyMatch(row -> row.startsWith("Why The message's date lies"))
                .contains("scora quarantine release <receipt>");
        assertThat(visible(mail.html()))
                .contains("Cheap pills for you", "offers@pills.example", "S: 99.93 %", "held", "TEST-0001-9KTW")
                .contains("Fri 20 Nov 2026, 13:30", "scora quarantine release &lt;receipt&gt;");
    }

    @Test
    void whatWasReleasedOrDeliveredIsNotListed() {
        Week week = new Week()
                .normal(2, Outcome.DELIVERED)
                .add("b@partner.example", "Order", 3.5, Disposition.QUARANTINE, Outcome.RELEASED);
        assertThat(week.contents().details().kept()).isEmpty();
        assertThat(week.mail().text()).doesNotContain("HELD AND DELETED", "HOW TO RELEASE");
    }

    @Test
    void aReturnedMessageIsListedWithTheAnswerOfTheServer() {
        assertThat(visible(new Week().normal(1, Outcome.RETURNED).mail().text()))
                .contains("NEEDS ATTENTION")
                .contains("mail.example.com: 550 5.1.1 User unknown");
    }

    @Test
    void listsTwentyOf250AndAttachesATableOfAll() {
        Week week = new Week().held(250);
        assertThat(week.contents().details().kept())
                .hasSize(20)
                .first()
                .extracting(line -> line.receipt())
                .isEqualTo("TEST-0001-9KTW");
        ReadMail mail = week.mail();
        String more = "230 more messages were held or deleted; they stand in the attached table.";
        assertThat(rows(mail.text())).contains(more);
        assertThat(mail.text()).contains("TEST-0020-9KTW").doesNotContain("TEST-0021-9KTW");
        assertThat(mail.html()).contains("TEST-0020-9KTW", more).doesNotContain("TEST-0021-9KTW");
        assertThat(mail.parts("text/csv"))
                .singleElement()
                .satisfies(csv -> assertThat(new String(csv, StandardCharsets.UTF_8).lines())
                        .hasSize(251));
    }

    @Test
    void aMessageWithoutSenderSubjectOrScoreIsListedToo() {
        Week week = new Week().add("", " \r\n ", 0, Disposition.QUARANTINE, Outcome.HELD);
        assertThat(week.mail().text()).contains("no sender (a bounce)", "(no subject)", "not scored");
    }

    @Test
    void timesAreShownInTheTimeZoneThatWasAskedFor() {
        Week week = new Week().held(1);
        ReportReader reader = new ReportReader(Wordings.shipped().in(Locale.ENGLISH), ZoneId.of("Asia/Kathmandu"));
        assertThat(ReadMail.of(week.reports().reportFor(Optional.of(DOMAIN), PERIOD, Week.ADMINISTRATORS, reader))
                        .text())
                .contains("13 Nov 2026 to 20 Nov 2026 (Asia/Kathmandu)")
                .contains("Fri 20 Nov 2026, 19:15");
    }

    private static String headline(Week week) {
        return new Headline(plain()).of(week.contents(), 0);
    }

    private static String headline(ProtectedDomain domain) {
        return new Headline(plain()).of(new Week().reports().contents(Optional.of(domain), PERIOD, ZoneOffset.UTC), 0);
    }

    private static Said plain() {
        return new Said(new ReportReader(Wordings.shipped().in(Locale.ENGLISH), ZoneOffset.UTC));
    }

    private static List<String> rows(String text) {
        return text.lines()
                .map(line -> line.replaceAll("[ \\u00a0]+", " ").strip())
                .toList();
    }

    private static String visible(String text) {
        return text.replace("\u2060", "").replace('\u00a0', ' ');
    }
}
