package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scora.report.Week.ADMINISTRATORS;
import static org.scora.report.Week.DOMAIN;
import static org.scora.report.Week.NOW;
import static org.scora.report.Week.PERIOD;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.journal.Outcome;
import org.scora.message.OutgoingMail;
import org.scora.policy.Disposition;
import org.scora.report.contents.Contents;
import org.scora.score.Weights;

/** A report as a mail. */
class ReportMailTest {
    private final Week week = new Week().normal(3, Outcome.DELIVERED).held(4);

    @Test
    void hasTheHeadersOfAMailThatNobodyShouldAnswer() {
        ReadMail mail = week.mail();
        assertThat(mail.header("From")).isEqualTo("Scora <postmaster@mx1.gateway.example>");
        assertThat(mail.header("To")).isEqualTo("admin@example.com");
        assertThat(mail.header("Subject")).isEqualTo("Mail report for example.com, 13 Nov 2026 to 20 Nov 2026");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Precedence")).isEqualTo("bulk");
        assertThat(mail.header("MIME-Version")).isEqualTo("1.0");
        assertThat(mail.message())
                .satisfies(message -> assertThat(message.getSentDate()).isEqualTo(NOW));
    }

    @Test
    void theSubjectOfAShortReportNamesTheTimes() {
        ReportPeriod day = ReportPeriod.before(NOW, Duration.ofHours(24));
        assertThat(ReadMail.of(week.reports().reportFor(DOMAIN, day, ADMINISTRATORS))
                        .subject())
                .isEqualTo("Mail report for example.com, Thu 19 Nov 2026, 14:00 to Fri 20 Nov 2026, 14:00");
    }

    @Test
    void goesToAllRecipientsWithoutAReversePath() {
        List<String> recipients = List.of("admin@example.com", "boss@other.example");
        OutgoingMail mail = week.reports().reportFor(DOMAIN, PERIOD, recipients);
        assertThat(mail.sender()).isEmpty();
        assertThat(mail.recipients()).isEqualTo(recipients);
        assertThat(ReadMail.of(mail).header("To")).isEqualTo("admin@example.com, boss@other.example");
    }

    @Test
    void offersTheTextFirstAndTheHtmlAsTheRicherAlternative() {
        ReadMail mail = week.mail();
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative;");
        assertThat(mail.source().split("Content-Transfer-Encoding: quoted-printable", -1))
                .hasSize(3);
        assertThat(mail.source().indexOf("text/plain; charset=UTF-8"))
                .isPositive()
                .isLessThan(mail.source().indexOf("text/html; charset=UTF-8"));
    }

    @Test
    void isSevenBitsInShortLinesEndedByCrLf() {
        week.held("ü@büro.example", "Größe ".repeat(30) + "恭喜您中獎了".repeat(20));
        String source = week.mail().source();
        assertThat(source).endsWith("\r\n").matches("(?s)[\\x09\\x0a\\x0d\\x20-\\x7e]*");
        assertThat(source.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(source.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void theTextPartIsAtMost78PlacesWide() {
        week.held("someone.with.a.very.long.name@a-subdomain.of.a.domain.that.is.long.example", "word ".repeat(50))
                .held("a@b.example", "X".repeat(500))
                .held("a@b.example", "恭喜您中獎了".repeat(30))
                .normal(2, Outcome.RETURNED);
        assertThat(week.mail().text().lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(78))
                .noneMatch(line -> line.endsWith(" ") && !line.equals("-- "));
    }

    @Test
    void theHtmlPartAsksNothingOfTheNetworkAndRunsNothing() {
        Document html = Jsoup.parse(week.mail().html());
        assertThat(html.select("a, script, link, form, iframe, object, base, [href], [background]"))
                .isEmpty();
        assertThat(html.select("[src]").eachAttr("src")).isNotEmpty().allMatch(source -> source.startsWith("cid:"));
        assertThat(html.html()).doesNotContain("url(", "@import", "http:", "https:");
        assertThat(html.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
    }

    @Test
    void aFullReportIsNotClippedByGmail() {
        Week full = new Week();
        for (int i = 0; i < 120; i++) {
            full.held(
                    "someone.with.a.name@a.sender.example",
                    "A subject of sixty characters, as long as subjects mostly are");
        }
        assertThat(full.mail().html()).hasSizeLessThan(102_000);
    }

    @Test
    void theSameReportHasTheSameMessageIdAndAnotherHasAnother() {
        assertThat(messageId(PERIOD, ADMINISTRATORS))
                .matches("<report-[0-9a-f]{32}@mx1\\.gateway\\.example>")
                .isEqualTo(messageId(PERIOD, ADMINISTRATORS))
                .isNotEqualTo(messageId(PERIOD, List.of("boss@example.com")))
                .isNotEqualTo(messageId(ReportPeriod.before(NOW, Duration.ofDays(6)), ADMINISTRATORS));
    }

    @Test
    void aRepetitionWithinTheMinuteIsRecognisedByItsIdAndALaterOneIsAnotherSending() {
        String id = idAt(Duration.ZERO);
        assertThat(id).matches("[A-Za-z0-9-]+").isEqualTo(idAt(Duration.ofSeconds(59)));
        assertThat(id).isNotEqualTo(idAt(Duration.ofSeconds(61)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com\r\nBcc: victim@evil.example",
                "example.com\nBcc: victim@evil.example",
                "example.com\r\n\r\n<h1>body</h1>",
                "example.com\u2028Bcc: victim@evil.example"
            })
    void aDomainNameCanNotAddAHeader(String name) {
        ReportReader reader = new ReportReader(Wordings.shipped().in(Locale.ENGLISH), ZoneOffset.UTC);
        Report report = new Report(named(name, week.contents()), List.of());
        ReportWriter writer =
                new ReportWriter("mx1.gateway.example", Weights::shipped, ReportLinks.none(), new Pictures());
        ReadMail mail = ReadMail.of(
                new ReportMail("mx1.gateway.example", writer).write(report, reader, ADMINISTRATORS, Optional.empty()));
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.subject()).startsWith("Mail report for example.com ").endsWith("20 Nov 2026");
        assertThat(mail.html()).doesNotContain("<h1>body");
    }

    @Test
    void theSubjectOfAMessageCanNotAddAHeaderOrAPart() {
        Week hostile = new Week()
                .held("a@b.example\r\nBcc: x@y.example", "Hi\r\nBcc: x@y.example\r\n\r\n------=_Part_0_1.2\r\n");
        ReadMail mail = hostile.mail();
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.text().lines()).noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("------="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin",
                "admin@example.com\r\nBcc: victim@evil.example",
                "admin@example.com, victim@evil.example",
                "Admin <admin@example.com>",
                "ädmin@example.com"
            })
    void aRecipientThatIsNoAddressIsRefused(String recipient) {
        assertThatThrownBy(() -> week.reports().reportFor(DOMAIN, PERIOD, List.of(recipient)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is not a mail address");
    }

    @Test
    void aReportWithoutRecipientsIsRefused() {
        assertThatThrownBy(() -> week.reports().reportFor(DOMAIN, PERIOD, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mx1.gateway.example\r\nBcc: x@y.example", "mx1@gateway", "mx1.gateway.example>"})
    void aGatewayThatIsNoHostNameIsRefused(String hostname) {
        assertThatThrownBy(() -> new Reports(Reports.Making.plain(week.sources()), hostname, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a host name");
    }

    @Test
    void markupInSubjectsAndSendersIsShownAsText() {
        Week hostile = new Week()
                .held(
                        "\"><script>alert(1)</script>@evil.example",
                        "<img src=x onerror=alert(1)> &lt;b&gt; </td></table>");
        Document html = Jsoup.parse(hostile.mail().html());
        assertThat(html.select("script, img[src=x]")).isEmpty();
        assertThat(html.text().replace("\u2060", ""))
                .contains("\"><script>alert(1)</script>@evil.example")
                .contains("<img src=x onerror=alert(1)> &lt;b&gt; </td></table>");
    }

    @Test
    void nothingThatAStrangerWroteIsALinkInEitherPart() {
        ReadMail mail = new Week()
                .held("x@evil.example", "See http://evil.example/ or www.evil.example or mailto:x@evil.example")
                .add("y@evil.example", "tel:+4930", 6, Disposition.DELETE, Outcome.DELETED)
                .mail();
        for (String part : List.of(mail.text(), Jsoup.parse(mail.html()).text())) {
            assertThat(part.replace("\u2060", "")).contains("http://evil.example/", "tel:+4930");
            assertThat(part).doesNotContain("http:", "mailto:", "tel:", "www.", "evil.example", "x@evil");
        }
    }

    private String messageId(ReportPeriod period, List<String> recipients) {
        return ReadMail.of(week.reports().reportFor(DOMAIN, period, recipients)).header("Message-ID");
    }

    private String idAt(Duration later) {
        Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
        return week.reports(clock).reportFor(DOMAIN, PERIOD, ADMINISTRATORS).id();
    }

    private static Contents named(String name, Contents contents) {
        return new Contents(
                Optional.of(name),
                contents.state(),
                contents.period(),
                contents.zone(),
                contents.madeAt(),
                contents.now(),
                contents.before(),
                contents.overdue(),
                contents.accuracy(),
                contents.volume(),
                contents.scores(),
                contents.categories(),
                contents.tables(),
                contents.details());
    }
}
