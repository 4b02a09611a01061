package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.scora.check.Scorer;
import org.scora.check.ShippedChecks;
import org.scora.dns.Dns;
import org.scora.dns.ZoneFileDns;
import org.scora.learn.Learner;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Gathering;
import org.scora.score.Verdict;
import org.scora.score.Weights;

/** The example report; what it looks like is left in target/report for people to see. */
class ReportLooksTest {
    private static final Path FOLDER = Path.of("target", "report");
    private final ExampleWeeks weeks = new ExampleWeeks();

    @Test
    void isLeftForPeopleToLookAt() throws IOException {
        Files.createDirectories(FOLDER);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            ReadMail mail = weeks.mail(language);
            String name = "report_" + language.getLanguage();
            Files.writeString(FOLDER.resolve(name + ".html"), mail.page());
            Files.writeString(FOLDER.resolve(name + ".txt"), mail.text());
            assertThat(mail.parts("image/png")).hasSize(3);
        }
    }

    @Test
    void aMailWithAllPicturesIsSmall() {
        ReadMail mail = weeks.mail(Locale.ENGLISH);
        int table = mail.parts("text/csv").stream()
                .mapToInt(csv -> Base64.getMimeEncoder().encode(csv).length)
                .sum();
        assertThat(mail.source().length() - table).isLessThan(100_000);
        assertThat(mail.html().length()).isLessThan(70_000);
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        Document html = Jsoup.parse(weeks.mail(Locale.ENGLISH).html());
        assertThat(html.select("link, script, iframe, form, object, video")).isEmpty();
        assertThat(html.select("[src]").eachAttr("src")).hasSize(3).allMatch(src -> src.startsWith("cid:"));
        assertThat(html.select("[style*=url], [background]")).isEmpty();
        assertThat(html.select("img").eachAttr("alt")).allMatch(alt -> alt.length() > 40);
    }

    @Test
    void everyCidHasItsPart() {
        ReadMail mail = weeks.mail(Locale.ENGLISH);
        for (String src : Jsoup.parse(mail.html()).select("img").eachAttr("src")) {
            assertThat(mail.source()).contains("Content-ID: <" + src.substring("cid:".length()) + ">");
        }
    }

    @Test
    void theHandbookShowsIt() throws IOException {
        String text = weeks.mail(Locale.ENGLISH).text().replace("\u2060", "");
        String example = "```text\n"
                + text.substring(0, text.indexOf("HELD AND DELETED")).strip() + "\n```\n";
        Path written = Files.createDirectories(FOLDER).resolve("example.md");
        Files.writeString(written, example);
        assertThat(Path.of("..", "distribution", "docs", "reports.md"))
                .as("put %s into it", written)
                .content()
                .contains(example);
    }

    @Test
    void itIsTheSameAgainForThePastPeriod() {
        Instant later = ExampleWeeks.NOW.plus(Duration.ofDays(40));
        Contents then =
                weeks.reports().contents(Optional.of(ExampleWeeks.domain()), ExampleWeeks.WEEK, ExampleWeeks.ZONE);
        Contents again = new Gathering(weeks.sources(), Clock.fixed(later, ZoneOffset.UTC))
                .of(Optional.of(ExampleWeeks.domain()), ExampleWeeks.WEEK, ExampleWeeks.ZONE);
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("madeAt", "tables.allowEntries")
                .isEqualTo(then);
    }

    @Test
    void withoutFontsTheReportGoesOutAndSaysSoWithAllNumbers() {
        Pictures broken = new Pictures(reader -> {
            throw new InternalError("Fontconfig head is null, check your fonts or fonts configuration");
        });
        ReadMail mail = ReadMail.of(weeks.reports(broken)
                .reportFor(
                        Optional.of(ExampleWeeks.domain()),
                        ExampleWeeks.WEEK,
                        List.of("admin@example.com"),
                        ExampleWeeks.reader(Locale.ENGLISH)));
        assertThat(mail.parts("image/png")).isEmpty();
        Document html = Jsoup.parse(mail.html());
        assertThat(html.select("img")).isEmpty();
        assertThat(html.text()).contains("The pictures could not be drawn", "When it came", "Mon 16 Nov");
        assertThat(mail.text()).contains("WHEN IT CAME", "HOURS OF THE DAY", "HOW THE SCORES ARE SPREAD");
    }

    @Test
    void germanReadersGetGermanNumbersAndDays() {
        String text = weeks.mail(Locale.GERMAN).text();
        assertThat(text).contains("WAS DARAUS WURDE", "Mo. 16 Nov.", "Unrecht").doesNotContain("{0", "What became");
    }

    @Test
    void allDomainsHaveAReportOfTheirOwn() {
        ReadMail mail = ReadMail.of(weeks.reports()
                .reportFor(
                        Optional.empty(),
                        ExampleWeeks.WEEK,
                        List.of("operator@gateway.example"),
                        ExampleWeeks.reader(Locale.ENGLISH)));
        assertThat(mail.subject()).isEqualTo("Mail report for all domains, 16 Nov 2026 to 22 Nov 2026");
        assertThat(mail.text()).contains("WHAT BECAME OF IT").doesNotContain("WHAT YOU COULD DO");
    }

    @Test
    void aReportThatCameByAPlanCanBeEndedByOneClick() {
        ReadMail mail = ReadMail.of(weeks.reports()
                .reportFor(
                        Optional.of(ExampleWeeks.domain()),
                        ExampleWeeks.WEEK,
                        List.of("admin@example.com"),
                        ExampleWeeks.reader(Locale.ENGLISH).ending(URI.create("https://gateway.example/l/abc"))));
        assertThat(mail.header("List-Unsubscribe")).isEqualTo("<https://gateway.example/l/abc>");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.html()).contains("https://gateway.example/l/abc");
        assertThat(weeks.mail(Locale.ENGLISH).header("List-Unsubscribe")).isNull();
    }

    @Test
    void ourOwnScoringTakesItForWanted() {
        Dns nothing = ZoneFileDns.parse("empty", "");
        IncomingMessage message = IncomingMessage.read(
                new ByteArrayInputStream(ExampleReport.source()),
                new Envelope(
                        Optional.empty(),
                        Optional.of("mx1.gateway.example"),
                        Optional.empty(),
                        List.of("a@example.com")));
        Verdict verdict = new Scorer(
                        ShippedChecks.all(nothing, Learner.shipped(), "mx1.gateway.example"),
                        Weights.shipped(),
                        Duration.ofSeconds(20))
                .score(message);
        assertThat(verdict.score()).as("%s", verdict.findings()).isLessThan(1);
    }

    @Test
    void theTableForOtherProgramsRunsNothingInASpreadsheet() {
        Week week = new Week().held("=cmd|'/c calc'!A1@evil.example", "=HYPERLINK(\"http://evil.example\",\"a, b\")");
        String csv = week.reports().csv(week.contents());
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("'=cmd|", "\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"a, b\"\")\"");
    }

    @Test
    void theNumbersAreThereAsJson() {
        String json = weeks.reports()
                .json(weeks.reports().make(Optional.of(ExampleWeeks.domain()), ExampleWeeks.WEEK, ExampleWeeks.ZONE));
        assertThat(json).contains("\"domain\":\"example.com\"", "\"advice\":[", "forgeable-entry", "\"accuracy\"");
    }
}
