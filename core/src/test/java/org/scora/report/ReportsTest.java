package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scora.report.Week.DOMAIN;
import static org.scora.report.Week.NOW;
import static org.scora.report.Week.PERIOD;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scora.domain.DomainState;
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
        assertThat(Headline.of(week.contents()))
                .isEqualTo("5 messages, 20 % unwanted, 1 released as wanted; "
                        + "3 could not be delivered and were returned to their senders; "
                        + "1 could not be processed and needs the gateway's operator.");
    }

    @Test
    void mailThatHasWaitedForLessThanAnHourNeedsNoAttention() {
        Week week = new Week().normal(2, Outcome.QUEUED);
        assertThat(Headline.of(week.contents())).endsWith("; nothing needs your attention.");
        assertThat(Headline.of(week.normal(1, Outcome.QUEUED).contents()))
                .endsWith("; 1 has waited for your mail server for more than an hour.");
    }

    @Test
    void aDomainThatIsNotActiveNeedsAttention() {
        Reports reports = new Week().reports();
        assertThat(Headline.of(reports.contents(Week.domain("example.com", DomainState.PENDING), PERIOD)))
                .isEqualTo("No messages in this period; the domain is not active yet, so its mail is put off.");
        assertThat(Headline.of(reports.contents(Week.domain("example.com", DomainState.SUSPENDED), PERIOD)))
                .isEqualTo("No messages in this period; the domain is suspended, so its mail is put off.");
    }

    @Test
    void whatWasRefusedBeforeItWasTakenIsCountedApart() {
        Week week = new Week().normal(5, Outcome.DELIVERED);
        week.journal.addRefused(List.of(
                new RefusalCount("example.com", NOW, RefusalReason.UNKNOWN_MAILBOX, 1234),
                new RefusalCount("example.com", NOW, RefusalReason.NULL_MX, 2),
                new RefusalCount("example.com", NOW, RefusalReason.RATE, 7)));
        String sentence = "Pre-filtered, before they were taken and beside those above: 1,234 to an unknown mailbox, 2"
                + " from a sender's domain that takes no mail. Put off, so that the sender tries again: 7 from a client"
                + " that was too fast.";
        assertThat(week.mail().text().replaceAll("\\s+", " "))
                .contains("5 messages, 0 % unwanted")
                .contains(sentence);
        assertThat(week.mail().html()).contains("1,234 to an unknown mailbox");
    }

    @Test
    void anEmptyPeriodIsSaidToBeEmptyAndShowsNoTables() {
        ReadMail mail = new Week().mail();
        assertThat(mail.text())
                .contains("No messages in this period; nothing needs your attention.")
                .contains("check that the domain's MX record names\nmx1.gateway.example.")
                .doesNotContain("WHAT BECAME", "HELD", "RELEASE");
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
        assertThat(mail.text()).contains("""
                          Normal           1,204    99 %   1,200 delivered, 3 waiting, 1 returned
                          FlagSubject          1     1 %   1 delivered
                          Quarantine           3     1 %   2 held, 1 released and delivered
                          Delete               1     1 %   1 deleted
                          All              1,209   100 %
                        """);
    }

    @Test
    void countsOnlyTheDomainAndThePeriod() {
        Week week = new Week().held(1);
        week.add(week.line("bob@other.example", NOW.minusSeconds(60), "To another domain"))
                .add(week.line("anna@example.com", PERIOD.from().minusSeconds(1), "Too early"))
                .add(week.line("anna@example.com", PERIOD.until(), "Too late"));
        assertThat(week.contents().counts()).containsExactly(new OutcomeCount(Disposition.QUARANTINE, Outcome.HELD, 1));
        assertThat(week.contents().kept()).hasSize(1);
    }

    @Test
    void aHeldMessageIsListedWithAllThatOneNeedsToJudgeIt() {
        ReadMail mail =
                new Week().held("offers@pills.example", "Cheap pills for you").mail();
        assertThat(visible(mail.text())).contains("""
                          Fri 20 Nov 2026, 13:35   S: 99.93 %    held      TEST-0001-9KTW
                            From     offers@pills.example
                            To       anna@example.com
                            Subject  Cheap pills for you
                            Reason   The score 3.2 is at least the 3.0 from which spam is quarantined
                        """).contains("scora quarantine release <receipt>");
        assertThat(visible(mail.html()))
                .contains("Cheap pills for you", "offers@pills.example", "S: 99.93 %", "held", "TEST-0001-9KTW")
                .contains("Fri 20 Nov 2026, 13:35", "scora quarantine release &lt;receipt&gt;");
    }

    @Test
    void whatWasReleasedOrDeliveredIsNotListed() {
        Week week = new Week()
                .normal(2, Outcome.DELIVERED)
                .add("b@partner.example", "Order", 3.5, Disposition.QUARANTINE, Outcome.RELEASED);
        assertThat(week.contents().kept()).isEmpty();
        assertThat(week.mail().text()).doesNotContain("HELD AND DELETED", "HOW TO RELEASE");
    }

    @Test
    void aReturnedMessageIsListedWithTheAnswerOfTheServer() {
        assertThat(visible(new Week().normal(1, Outcome.RETURNED).mail().text()))
                .contains("NEEDS ATTENTION")
                .contains("Reason   mail.example.com: 550 5.1.1 User unknown");
    }

    @Test
    void listsAHundredOf250AndSaysHowManyMoreThereAre() {
        Week week = new Week().held(250);
        assertThat(week.contents().kept())
                .hasSize(100)
                .first()
                .extracting(line -> line.receipt())
                .isEqualTo("TEST-0001-9KTW");
        ReadMail mail = week.mail();
        String more = "150 more messages were held or deleted and are not listed here.";
        assertThat(mail.text()).contains("TEST-0100-9KTW", more).doesNotContain("TEST-0101-9KTW");
        assertThat(mail.html()).contains("TEST-0100-9KTW", more).doesNotContain("TEST-0101-9KTW");
    }

    @Test
    void aMessageWithoutSenderSubjectOrScoreIsListedToo() {
        Week week = new Week().add("", " \r\n ", 0, Disposition.QUARANTINE, Outcome.HELD);
        assertThat(week.mail().text()).contains("no sender (a bounce)", "(no subject)", "not scored");
    }

    @Test
    void timesAreShownInTheTimeZoneThatWasAskedFor() {
        Week week = new Week().held(1);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Reports reports = new Reports(week.journal, "mx1.gateway.example", clock, ZoneId.of("Asia/Kathmandu"));
        assertThat(ReadMail.of(reports.reportFor(DOMAIN, PERIOD, Week.ADMINISTRATORS))
                        .text())
                .contains("Fri 13 Nov 2026, 19:50 to Fri 20 Nov 2026, 19:50 (Asia/Kathmandu)")
                .contains("Fri 20 Nov 2026, 19:20   S:");
    }

    private static String visible(String text) {
        return text.replace("\u2060", "");
    }
}
