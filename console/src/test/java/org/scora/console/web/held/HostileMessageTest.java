package org.scora.console.web.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scora.console.web.QuarantineSite.BOB;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scora.console.web.Browser;
import org.scora.console.web.Browser.Page;
import org.scora.console.web.QuarantineSite;
import org.scora.message.Authentication;
import org.scora.people.Link.Kind;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.score.Category;
import org.scora.score.Finding;
import org.scora.score.UnknownCheck;
import org.scora.score.Verdict;
import org.scora.score.WeighedFinding;
import org.scora.score.Weight;

/** A stranger writes markup and tricks into every field that is shown; none of it may become more than text. */
class HostileMessageTest {
    private static final String KEY = "mail-1\"><script>x()</script>";

    @TempDir
    private Path folder;

    private QuarantineSite site;
    private Browser bob;

    @BeforeEach
    void open() {
        site = new QuarantineSite(folder);
        bob = site.bob();
    }

    @AfterEach
    void close() {
        site.close();
    }

    static List<String> tricks() {
        return List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'><svg/onload=alert(1)>",
                "</pre></title></textarea></iframe><script src=//evil.example/x.js></script>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\"></iframe>",
                "<form action=https://evil.example><input name=form><button>Release</button></form>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
                "<link rel=stylesheet href=//evil.example/x.css><style>@import url(//evil.example/y.css)</style>",
                "${7*7} @if(true) #{x} {{7*7}} <%= 7*7 %>",
                "<!--><script>alert(1)</script-->",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<base href=https://evil.example/><object data=//evil.example/x><embed src=//evil.example/y>",
                "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;");
    }

    private HeldMessage hold(String trick, String html) {
        String oneLine = trick.replaceAll("[\r\n]", " ");
        String source = "From: \"" + oneLine.replace("\"", "\\\"") + "\" <someone@sender.example>\r\n"
                + "Reply-To: " + oneLine + "\r\nTo: " + BOB + "\r\nSubject: " + oneLine + "\r\nMessage-ID: <" + oneLine
                + "@sender.example>\r\nX-" + oneLine.replaceAll("[^!-9;-~]", "") + ": " + oneLine
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + trick + "\r\n--b\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n" + html + "\r\n--b\r\n"
                + "Content-Type: application/x-\"" + oneLine.replaceAll("[^a-z]", "") + "\"; name=\""
                + oneLine.replace("\"", "\\\"") + "\"\r\nContent-Disposition: attachment; filename=\""
                + oneLine.replace("\"", "\\\"") + "\"\r\n\r\nfile\r\n--b--\r\n";
        HeldMessage message = new HeldMessage(
                        KEY,
                        "4QX7-M2DA-9KTW",
                        Optional.of(oneLine + "@sender.example"),
                        List.of(BOB),
                        oneLine,
                        4.2,
                        Category.SPAM,
                        "because of " + oneLine,
                        site.clock.instant(),
                        source.length(),
                        "{}",
                        Optional.empty())
                .withFacts(new HeldFacts(
                        Optional.of("<" + oneLine + ">"),
                        List.of(oneLine + "@sender.example"),
                        List.of(oneLine),
                        Authentication.none()));
        site.hold(message, source.getBytes(StandardCharsets.UTF_8));
        Weight weight = new Weight("FINDING_" + oneLine, 4.2, "content", Category.SPAM, "sentence " + oneLine);
        Verdict verdict = new Verdict(
                4.2,
                Category.SPAM,
                List.of(new WeighedFinding(new Finding("FINDING_" + oneLine, "evidence " + trick), weight)),
                List.of(new UnknownCheck("check " + oneLine, "reason " + oneLine)),
                Authentication.none());
        site.note(message, verdict, "decided because of " + oneLine);
        return message;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertHarmless(Page page) {
        Document document = page.document();
        assertThat(page.status()).isLessThan(500);
        assertThat(document.select(
                        "script, object, embed, base, svg, math, img, video, audio, style, meta[http-equiv]"))
                .isEmpty();
        assertThat(document.select("link"))
                .extracting(link -> link.attr("href"))
                .containsOnly("/style.css");
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey())
                        .doesNotStartWith("on")
                        .isNotEqualTo("style")
                        .isNotEqualTo("srcdoc");
                if (List.of("href", "src", "action", "formaction").contains(attribute.getKey())) {
                    assertThat(attribute.getValue()).matches("(/[^/].*|#content)");
                }
            }
        }
        assertThat(document.select("iframe")).allSatisfy(frame -> {
            assertThat(frame.hasAttr("sandbox")).isTrue();
            assertThat(frame.attr("sandbox")).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void noFieldOfAMessageBecomesMoreThanText(String trick) {
        hold(trick, trick);

        Page message = bob.open("/held/message?key=" + encoded(KEY));
        assertThat(message.status()).isEqualTo(200);
        assertThat(message.text()).contains("4QX7-M2DA-9KTW");
        assertHarmless(message);
        assertThat(message.document().select("form")).hasSize(2);
        assertHarmless(bob.open("/held"));
        assertHarmless(bob.open("/held?q=" + encoded(trick) + "&from=" + encoded(trick) + "&state=" + encoded(trick)));
        assertHarmless(site.browser().open(site.link(Kind.RELEASE, KEY)));
        assertHarmless(site.browser().open(site.link(Kind.SHOW, KEY)));
        assertHarmless(message.press("Release"));
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void noPartOfAnHtmlBodyLoadsRunsOrLeadsAnywhere(String trick) {
        hold("harmless", "<p>before</p>" + trick + "<p>after <a href='https://bad.example/x'>bank.example</a></p>");

        Page preview = bob.open("/held/preview?key=" + encoded(KEY));

        Document document = preview.document();
        assertThat(preview.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("sandbox; default-src 'none'")
                        .doesNotContain("allow-", "script-src", "img-src"));
        assertThat(document.text()).contains("before");
        assertThat(document.select("script, object, embed, base, svg, math, img, link, meta[http-equiv], form, iframe,"
                        + " input, button, a"))
                .isEmpty();
        assertThat(document.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes())
                        .allSatisfy(attribute -> assertThat(attribute.getKey())
                                .doesNotStartWith("on")
                                .isNotIn("href", "src", "srcset", "srcdoc", "background", "action", "formaction")));
    }

    @Test
    void aLinkInThePreviewSaysWhereItWouldHaveLed() {
        hold("harmless", "<p>Go to <a href='https://bad.example/x'>bank.example</a> now</p>");

        Document document = bob.open("/held/preview?key=" + encoded(KEY)).document();

        assertThat(document.select(".scora-link").text()).isEqualTo("bank.example");
        assertThat(document.select(".scora-link").attr("title")).isEqualTo("leads to https://bad.example/x");
    }

    @Test
    void stylesInThePreviewLoadNothing() {
        hold(
                "harmless",
                "<div style=\"color:red;background:url(https://evil.example/x.png);background-image:url('//e.example/y');"
                        + "position:fixed;top:0\">styled</div><table background=\"//evil.example/z\"><tr><td>x</td></tr></table>");

        Document document = bob.open("/held/preview?key=" + encoded(KEY)).document();

        assertThat(document.select("div").attr("style")).contains("color").doesNotContain("url", "position");
        assertThat(document.body().html()).doesNotContain("evil.example", "e.example");
    }

    @Test
    void whatTurnsTheDirectionOfReadingIsTakenOut() {
        hold("annual\u202Egpj.exe \u2066x\u2069 \u200Bz", "x");

        Page page = bob.open("/held/message?key=" + encoded(KEY));

        assertThat(page.response().body()).doesNotContain("\u202E", "\u2066", "\u2069", "\u200B");
    }

    @Test
    void aHugeMessageIsAShortPage() {
        hold("x".repeat(900), ("<table>" + "<tr><td>".repeat(50)).repeat(2000));

        assertThat(bob.open("/held/message?key=" + encoded(KEY))
                        .response()
                        .body()
                        .length())
                .isLessThan(50_000);
        assertThat(bob.open("/held/preview?key=" + encoded(KEY)).status()).isEqualTo(200);
    }
}
