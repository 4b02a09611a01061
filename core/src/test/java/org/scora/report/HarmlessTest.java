package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {

    @ParameterizedTest
    @MethodSource("subjectsInManyScripts")
    void textInAnyScriptStaysAsItIs(String subject) {
        assertThat(Harmless.text(subject, 100)).isEqualTo(subject);
    }

    @Test
    void subjectsInManyScriptsCanBeReadInBothParts() throws IOException {
        List<String> subjects = subjectsInManyScripts().toList();
        assertThat(subjects).hasSizeGreaterThan(40);
        for (List<String> some : Lists.partition(subjects, 20)) {
            Week week = new Week();
            some.forEach(subject -> week.held("a@b.example", subject));
            ReadMail mail = week.mail();
            assertThat(Jsoup.parse(mail.html()).text()).contains(some);
            assertThat(mail.text()).contains(some);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202eexe.fdp",
                "\u202dexe.fdp",
                "\u2066exe.fdp\u2069",
                "\u200fexe.fdp\u200e",
                "\u061cexe.fdp",
                "e\u200bxe.fdp",
                "e\u00adxe.fdp",
                "\ufeffexe.fdp",
                "exe\u3164.fdp",
                "e\udb40\udc41xe.fdp",
                "\u0000exe.fdp\u001b"
            })
    void whatReordersOrHidesTextIsTakenOut(String hostile) {
        assertThat(Harmless.text(hostile, 100).replace("\u2060", "")).isEqualTo("exe.fdp");
    }

    @Test
    void lineBreaksAndOtherSpaceBecomeOneSpace() {
        assertThat(Harmless.text("  one\r\n\ttwo\u2028three\u00a0\u3000four\u0085 ", 100))
                .isEqualTo("one two three four");
    }

    @Test
    void longTextIsCutAndSaysSo() {
        assertThat(Harmless.text("x".repeat(10_000), 100)).isEqualTo("x".repeat(100) + "…");
        assertThat(Harmless.text("x".repeat(100), 100)).isEqualTo("x".repeat(100));
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Harmless.text("1234567👨‍👩‍👧‍👦", 10)).isEqualTo("1234567…");
        assertThat(Harmless.text("123456789𐌷𐌰", 10)).isEqualTo("123456789𐌷…");
        assertThat(Harmless.text("👨" + "\u200d👨".repeat(3000), 10)).hasSizeLessThan(20);
    }

    @Test
    void halvesOfCharactersAreReplaced() {
        assertThat(Harmless.text("a\ud800b\udc00", 100)).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void marksAreNotPiledHighUponOneLetter() {
        assertThat(Harmless.text("Z" + "\u0351".repeat(500) + "algo", 100)).isEqualTo("Z\u0351\u0351\u0351\u0351algo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the score 4.2 is at least the 3.0", "S: 99.2 %", "Well. And then: more", "v1.2.3"})
    void textWithoutLinksGetsNoJoiners(String text) {
        assertThat(Harmless.text(text, 100)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "www.evil.example",
                "evil.example",
                "a@evil.example",
                "a＠evil.example",
                "evil．example",
                "evil。example",
                "mailto:a",
                "javascript:alert(1)",
                "xn--e1aybc.xn--p1ai",
                "пример.рф"
            })
    void aLinkIsBrokenByAJoinerBeforeEachOfItsJoints(String link) {
        String shown = Harmless.text(link, 100);
        assertThat(shown.replace("\u2060", "")).isEqualTo(link);
        assertThat(shown).doesNotContainPattern("[\\p{L}\\d][.。．@＠:][\\p{L}/]");
    }

    private static Stream<String> subjectsInManyScripts() throws IOException {
        try (InputStream file = HarmlessTest.class.getResourceAsStream("subjects-in-many-scripts.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(line.indexOf(": ") + 2));
        }
    }
}
