package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

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
                .mapToInt(csv -> csv.length * 4 / 3)
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
}
