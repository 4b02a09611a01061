package org.scora.report.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.people.Link;
import org.scora.people.Links;
import org.scora.report.Columns;
import org.scora.report.ReadMail;
import org.scora.report.Wordings;
import org.scora.score.Category;

/** What a digest looks like, whatever strangers wrote. */
class DigestMailTest {
    private static final Path RENDERED = Path.of("target", "digests");

    @TempDir
    Path folder;

    private HeldForUsers held;

    @BeforeEach
    void open() {
        held = new HeldForUsers(folder);
    }

    @AfterEach
    void close() {
        held.close();
    }

    private ReadMail digest() {
        held.digests().send("ann@example.com").orElseThrow();
        return held.lastMail();
    }

    private void holdSome() {
        held.hold("1", 6.2, "offers@pills.example", "Cheap pills for you", "ann@example.com");
        held.hold("2", 3.1, "news@shop.example", "Re: Your order 4711 is on its way to you", "sales@example.com");
        held.hold("3", 4.4, Category.PHISHING, "service@bank.example", "Your account is locked", "ann@example.com");
        held.hold("4", 7.0, Category.VIRUS, "", "", "ann@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theTextReadsAsItIsWrittenDown(String language) throws IOException {
        holdSome();
        held.set("language", language);
        held.set("timeZone", "Europe/Berlin");

        ReadMail mail = digest();

        String text = mail.text().replaceAll("/l/[a-z2-7]{40}", "/l/TOKEN").replace("\u2060", "");
        write("digest-" + language + ".html", mail.html());
        write("digest-" + language + ".txt", text);
        assertThat(text).isEqualTo(golden("digest-" + language + ".txt"));
    }

    @Test
    void hasTheHeadersOfAMailThatCanBeEndedAndAnswered() {
        holdSome();
        ReadMail mail = digest();

        assertThat(mail.subject()).isEqualTo("4 new messages are held for ann@example.com");
        assertThat(mail.header("From")).isEqualTo("Scora <postmaster@mx1.gateway.example>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Precedence")).isEqualTo("bulk");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(kind(mail.header("List-Unsubscribe"))).isEqualTo(Link.Kind.DIGEST_OFF);
        assertThat(mail.header("Reply-To")).matches("release\\+[a-z2-7]{40}@mx1\\.gateway\\.example");
        assertThat(mail.header("References")).matches("<digest-[0-9a-f]{24}@mx1\\.gateway\\.example>");
    }

    @Test
    void everyLinkIsOneOfTheMailboxAndTheDecoyIsSeenByNobody() {
        holdSome();
        ReadMail mail = digest();
        Document html = Jsoup.parse(mail.html());

        for (var link : html.select("a[href*=/l/]")) {
            Links.Found found = held.links.find(link.attr("href").replaceAll(".*/l/", ""));
            assertThat(((Links.Found.Valid) found).link().owner()).isEqualTo("ann@example.com");
        }
        assertThat(html.select("a[href*=/l/]")).hasSize(4 * 3 + 2);
        var decoys = html.select("a[aria-hidden=true]");
        assertThat(decoys).hasSize(1);
        assertThat(decoys.get(0).text()).isEmpty();
        assertThat(decoys.get(0).attr("style")).contains("display:none");
        assertThat(mail.text()).doesNotContain(decoys.get(0).attr("href"));
        assertThat(html.select("img, script, form, iframe, object, base, [src], [background], link"))
                .isEmpty();
        assertThat(html.html()).doesNotContain("url(", "@import");
    }

    @Test
    void theMostDoubtfulStandsFirstAndTheRestIsCounted() {
        held.set("digestLines", "2");
        holdSome();

        String text = digest().text();

        assertThat(text).contains("Re: Your order 4711", "Your account is locked", "2 more messages are not listed");
        assertThat(text).doesNotContain("Cheap pills", "DANGEROUS FILES");
        assertThat(text.indexOf("Re: Your order")).isLessThan(text.indexOf("Your account is locked"));
        assertThat(text).contains("SPAM (2)", "PHISHING AND FRAUD (1)");
    }

    @Test
    void nothingThatAStrangerWroteIsALinkOrMovesTheText() throws IOException {
        held.hold("1", 3.1, "x@evil.example", "See http://evil.example/ or www.evil.example", "ann@example.com");
        held.hold(
                "2",
                3.2,
                "y@evil.example",
                "\u202egnp.exe\u202c \u2066hidden\u2069 a\u0000b\r\nBcc: z@evil.example",
                "ann@example.com");
        held.hold(
                "3",
                3.3,
                "\"><script>alert(1)</script>@evil.example",
                "<img src=x onerror=alert(1)>",
                "ann@example.com");
        held.hold(
                "4",
                3.4,
                "a".repeat(300) + "@" + "paypal.com.".repeat(20) + "evil.example",
                "x".repeat(10_000),
                "ann@example.com");
        held.hold("5", 3.5, "service@p\u0430ypal.example", "mixed scripts", "ann@example.com");
        held.hold("6", 3.6, "service@xn--pypal-4ve.example", "ASCII form", "ann@example.com");
        ReadMail mail = digest();
        write("digest-hostile.html", mail.html());
        Document html = Jsoup.parse(mail.html());

        assertThat(html.select("script, img")).isEmpty();
        assertThat(html.select("a:not([href^=https://quarantine.gateway.example/])"))
                .isEmpty();
        assertThat(mail.header("Bcc")).isNull();
        for (String part : List.of(mail.text(), html.text())) {
            assertThat(part).doesNotContain("http://evil", "www.evil", "x@evil", "\u202e", "\u2066", "\u0000");
            assertThat(part.replace("\u2060", ""))
                    .contains("<script>alert(1)</script>@evil.example")
                    .contains("paypal.com.evil.example")
                    .contains("service@xn--pypal-4ve.example")
                    .contains("x".repeat(50) + "x");
            assertThat(part.replace("\u2060", "").split("service@xn--pypal-4ve.example", -1))
                    .hasSize(3);
        }
    }

    @Test
    void subjectsOfAllScriptsAreShown() throws IOException {
        List<String> subjects = lines("/org/scora/report/subjects-in-many-scripts.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .toList();
        held.set("digestLines", "200");
        for (int i = 0; i < subjects.size(); i++) {
            held.hold("k" + i, 3.0 + i / 100.0, "a@b.example", subjects.get(i), "ann@example.com");
        }
        ReadMail mail = digest();
        write("digest-scripts.html", mail.html());

        assertThat(subjects).hasSizeGreaterThanOrEqualTo(40);
        assertThat(mail.html()).contains("مرحبا بكم في العرض", "恭喜您中獎了", "Добро пожаловать");
        assertThat(mail.source()).matches("(?s)[\\x09\\x0a\\x0d\\x20-\\x7e]*");
    }

    @Test
    void theTextIsAtMost78PlacesWideBesideItsLinks() {
        held.hold(
                "1",
                3.1,
                "someone.with.a.long.name@a-subdomain.of.a.long.domain.example",
                "恭喜您中獎了".repeat(30),
                "ann@example.com");
        held.hold("2", 3.1, "a@b.example", "X".repeat(500), "ann@example.com");

        assertThat(digest().text().lines().filter(line -> !line.contains("https://")))
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(78));
    }

    @Test
    void aFullDigestIsNotClippedByGmail() {
        for (int i = 0; i < 40; i++) {
            held.hold(
                    "k" + i,
                    3.5,
                    "someone.with.a.name@a.sender.example",
                    "A subject of sixty characters, as long as subjects mostly are",
                    "ann@example.com");
        }

        assertThat(digest().html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(102_000);
    }

    @Test
    void anAnswerThatQuotesTheWholeDigestNamesOnlyWhatStandsAboveIt() {
        holdSome();
        ReadMail mail = digest();
        String source = "From: ann@example.com\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<p>THSN-WEH6-BRBE, please</p><hr><blockquote>" + mail.html() + "</blockquote>";
        IncomingMessage answer = IncomingMessage.read(
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)),
                new Envelope(Optional.empty(), Optional.empty(), Optional.empty(), List.of()));

        assertThat(answer.text()).contains("9R3M-11B2-QVDR");
        assertThat(ReplyText.receipts("Re: " + mail.subject(), answer.text())).containsExactly("THSN-WEH6-BRBE");
    }

    @Test
    void theOperatorsNameAndColorAndWordsStandInIt() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("conf/texts"));
        Files.writeString(
                texts.resolve("mails.properties"),
                "brand.name=B\u00fcro <Mail>\nbrand.color=#7a1f5c\naction.release=Let it through\n");
        holdSome();
        held.digests(Wordings.in(folder.resolve("conf")))
                .send("ann@example.com")
                .orElseThrow();
        ReadMail mail = held.lastMail();

        assertThat(mail.text()).contains("Let it through");
        assertThat(mail.html()).contains("Büro &lt;Mail&gt;", "#7a1f5c").doesNotContain("#2f7563");
        assertThat(mail.header("From"))
                .contains("<postmaster@mx1.gateway.example>")
                .contains("=?UTF-8?");
    }

    @Test
    void whatOnlyAnAdministratorReleasesIsAskedFor() {
        holdSome();
        Document html = Jsoup.parse(digest().html());

        assertThat(html.select("a.button").eachText()).containsExactly("Release", "Release");
        assertThat(html.select("a.plain").eachText())
                .filteredOn("Ask for its release"::equals)
                .hasSize(2);
    }

    private Link.Kind kind(String bracketed) {
        String token = bracketed.replaceAll(".*/l/|>", "");
        return ((Links.Found.Valid) held.links.find(token)).link().kind();
    }

    private static void write(String name, String content) throws IOException {
        Files.createDirectories(RENDERED);
        Files.writeString(RENDERED.resolve(name), content);
    }

    private static String golden(String name) throws IOException {
        return String.join("\n", lines("/org/scora/report/digest/" + name)) + "\n";
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(DigestMailTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
