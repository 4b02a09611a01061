package org.scora.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.message.Authentication;
import org.scora.setting.SettingException;

class SiteFindingsTest {
    private static final double PRIOR = Weights.shipped().prior().points();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve(SiteFindings.FILE);
    }

    @Test
    void aFileThatIsMissingOrEmptyChangesNothing() throws IOException {
        double shipped = Weights.shipped().of("LINK_MISMATCH").orElseThrow().points();

        assertThat(verdict(SiteFindings.read(file), "LINK_MISMATCH").score()).isEqualTo(PRIOR + shipped);
        assertThat(verdict(written("# nothing\n\n"), "LINK_MISMATCH").score()).isEqualTo(PRIOR + shipped);
    }

    @Test
    void aWeightIsChangedAndAFindingSwitchedOff() throws IOException {
        SiteFindings findings = written("LINK_MISMATCH\t2.5\nHIDDEN_TEXT\toff\nADVANCE_FEE_ANSWER_ELSEWHERE\t0\n");

        Verdict verdict = verdict(findings, "LINK_MISMATCH", "HIDDEN_TEXT");
        assertThat(verdict.score()).isEqualTo(PRIOR + 2.5);
        assertThat(verdict.has("HIDDEN_TEXT")).isFalse();
        assertThat(findings.weights()
                        .of("ADVANCE_FEE_ANSWER_ELSEWHERE")
                        .orElseThrow()
                        .points())
                .isZero();
    }

    @Test
    void whatIsSwitchedOffMakesNoComposite() throws IOException {
        assertThat(verdict(written("REPLY_TO_ELSEWHERE\toff\n"), "REPLY_TO_ELSEWHERE", "ADVANCE_FEE_HINTS")
                        .has("ADVANCE_FEE_ANSWER_ELSEWHERE"))
                .isFalse();
    }

    @Test
    void anOwnFindingWeighsAndIsExplainedLikeTheOthers() throws IOException {
        SiteFindings findings =
                written("OWN_PRIZE\t2\tphishing\tsubject\t(?i)you have won\tThe subject promises a prize.\n");

        Verdict verdict = verdict(findings, "OWN_PRIZE");

        assertThat(verdict.score()).isEqualTo(PRIOR + 2);
        assertThat(verdict.category()).isEqualTo(Category.PHISHING);
        assertThat(new Explanation(findings.weights()).of(verdict))
                .contains(" +2.00  The subject promises a prize. [OWN_PRIZE]");
    }

    @Test
    void anOwnFindingMayBeMadeOfOthersInWhateverOrderTheyStand() throws IOException {
        SiteFindings findings = written("OWN_BOTH\t1\tspam\tif\tOWN_PRIZE & -DKIM_PASS\tBoth.\n"
                + "OWN_PRIZE\t2\tspam\theader  X-Prize\t.\tA prize.\n");

        assertThat(findings.own()).singleElement().satisfies(own -> {
            assertThat(own.place()).isEqualTo(OwnFinding.Place.HEADER);
            assertThat(own.header()).isEqualTo("X-Prize");
        });
        assertThat(verdict(findings, "OWN_PRIZE").has("OWN_BOTH")).isTrue();
        assertThat(verdict(findings, "OWN_PRIZE", "DKIM_PASS").has("OWN_BOTH")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINK_MISMACH;1                         | LINK_MISMACH: there is no such finding. Did you mean"
                        + " 'LINK_MISMATCH'?",
                "LINK_MISMATCH;much                     | LINK_MISMATCH: bad points 'much'. Write a number from -10 to"
                        + " 10.",
                "LINK_MISMATCH;1;spam                   | LINK_MISMATCH: 3 columns. Write name and points",
                "PRIOR;off                              | PRIOR: can not be switched off",
                "link;1                                 | link: is no name of a finding",
                "PRIZE;1;spam;subject;x;A prize.        | PRIZE: the name does not begin with OWN_. Write OWN_PRIZE",
                "OWN_P;1;junk;subject;x;A prize.        | OWN_P: unknown category 'junk'",
                "OWN_P;1;spam;sbject;x;A prize.         | OWN_P: 'sbject' is no place in a message. Write header and",
                "OWN_P;1;spam;subject;(;A prize.        | OWN_P: the pattern can not be read: missing closing )",
                "OWN_P;1;spam;subject;(?=x);A prize.    | Patterns are those of RE2: without look-ahead",
                "OWN_P;1;spam;subject;x*;A prize.       | OWN_P: the pattern matches every text",
                "OWN_P;1;spam;if;GTUBE & GTUBEE;Both.   | OWN_P: no check finds 'GTUBEE'. Did you mean 'GTUBE'?",
            })
    void aBadLineIsNamedWithTheRemedy(String line, String message) throws IOException {
        Files.writeString(file, "# a comment\n" + line.replace(';', '\t') + "\n");

        assertThatThrownBy(() -> SiteFindings.read(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(file + ":2: ")
                .hasMessageContaining(message);
    }

    @Test
    void everythingThatIsWrongIsTold() throws IOException {
        Files.writeString(file, "GTUBE\tx\nEICAR_TEST_FILE\t1\nEICAR_TEST_FILE\t2\nNOTHING\t1\n");

        assertThat(SiteFindings.problems(file))
                .extracting(SettingException::key)
                .containsExactly("GTUBE", "EICAR_TEST_FILE", "NOTHING");
        Files.write(file, "LINK_MISMATCH\t1 # f\u00fcr\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(SiteFindings.problems(file))
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("is not text in UTF-8"));
    }

    private SiteFindings written(String text) throws IOException {
        return SiteFindings.read(Files.writeString(file, text));
    }

    private static Verdict verdict(SiteFindings findings, String... names) {
        List<Finding> found =
                Arrays.stream(names).map(name -> new Finding(name, "")).toList();
        return findings.weights().verdict(found, List.of(), Authentication.none());
    }
}
