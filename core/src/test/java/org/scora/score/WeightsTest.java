package org.scora.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.message.Authentication;
import org.scora.setting.SettingException;

class WeightsTest {
    private static final String GROUPS = """
        group\tleast\tmost\tmeaning
        prior\t-10\t10\tWhere all start
        words\t-1\t2\tWhat it says
        files\t0\t6\tThe files in it
        """;
    private static final String WEIGHTS = """
        # a comment
        name\tpoints\tgroup\tcategory\tsentence
        PRIOR\t-1\tprior\tspam\tMost mail is wanted.

        LOUD\t1.5\twords\tspam\tIt shouts.
        GREEDY\t1.5\twords\tphishing\tIt wants money.
        KIND\t-3\twords\tspam\tIt is kind.
        PROGRAM\t3\tfiles\tvirus\tA program.
        MARKED\t0\twords\tspam\tIt says so.
        """;

    private final Weights weights = Weights.parse(WEIGHTS, GROUPS);

    @Test
    void aMessageInWhichNothingIsFoundHasThePrior() {
        Verdict verdict = verdict();
        assertThat(verdict.score()).isEqualTo(-1);
        assertThat(verdict.category()).isEqualTo(Category.SPAM);
        assertThat(verdict.certainty()).isCloseTo(1 / 11.0, within(1e-9));
    }

    @Test
    void groupsAreCappedInBothDirections() {
        assertThat(verdict(finding("LOUD"), finding("GREEDY")).score()).isEqualTo(-1 + 2);
        assertThat(verdict(finding("KIND")).score()).isEqualTo(-1 - 1);
        assertThat(verdict(finding("LOUD"), finding("PROGRAM")).score()).isEqualTo(-1 + 1.5 + 3);
    }

    @Test
    void aMatterOfDegreeCountsByItsStrengthAndTheVerdictShowsWhatCounted() {
        Verdict verdict = verdict(new Finding("LOUD", "a bit", 0.5));
        assertThat(verdict.score()).isEqualTo(-1 + 0.75);
        assertThat(verdict.findings().get(0).weight().points()).isEqualTo(0.75);
    }

    @Test
    void whatSpeaksMostStandsFirst() {
        assertThat(verdict(finding("MARKED"), finding("LOUD"), finding("GREEDY"), finding("KIND"))
                        .findings())
                .extracting(weighed -> weighed.finding().name())
                .containsExactly("KIND", "GREEDY", "LOUD", "MARKED");
    }

    @Test
    void theCategoryIsThatOfTheHeaviestFindings() {
        assertThat(verdict(finding("GREEDY")).category()).isEqualTo(Category.PHISHING);
        assertThat(verdict(finding("GREEDY"), finding("LOUD")).category()).isEqualTo(Category.SPAM);
        assertThat(verdict(finding("KIND"), finding("MARKED")).category()).isEqualTo(Category.SPAM);
    }

    @Test
    void aVirusIsAVirusWhateverElseSpeaksAgainstTheMessage() {
        assertThat(verdict(new Finding("GREEDY", "", 5), finding("PROGRAM")).category())
                .isEqualTo(Category.VIRUS);
        assertThat(verdict(finding("GREEDY"), new Finding("PROGRAM", "", 0.4)).category())
                .isEqualTo(Category.PHISHING);
    }

    @Test
    void aFindingWithoutAWeightWeighsNothing() {
        Verdict verdict = verdict(finding("FORGOTTEN"));
        assertThat(verdict.score()).isEqualTo(-1);
        assertThat(verdict.findings().get(0).weight().group()).isEqualTo("unweighed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOUD;1.5;wordz;spam;It shouts.      | weights.tsv:3: LOUD: unknown group 'wordz'. Did you mean"
                        + " 'words'?",
                "LOUD;much;words;spam;It shouts.     | weights.tsv:3: LOUD: bad points 'much'",
                "LOUD;NaN;words;spam;It shouts.      | weights.tsv:3: LOUD: bad points 'NaN'",
                "LOUD;11;words;spam;It shouts.       | weights.tsv:3: LOUD: bad points '11'",
                "LOUD;1.5;words;phising;It shouts.   | Did you mean 'phishing'?",
                "loud;1.5;words;spam;It shouts.      | weights.tsv:3: loud: is no name of a finding",
                "PRIOR;1.5;words;spam;It shouts.     | weights.tsv:3: PRIOR: stands here twice",
                "LOUD;1.5;words;spam                 | weights.tsv:3: LOUD: 4 columns instead of 5",
                "LOUD;1.5;words;spam;_               | weights.tsv:3: LOUD: has no sentence",
                "LOUD;1.5;words;spam;It shouts.;x    | weights.tsv:3: LOUD: 6 columns instead of 5",
            })
    void aBadLineIsNamedWithTheRemedy(String line, String message) {
        String text = "name\tpoints\tgroup\tcategory\tsentence\nPRIOR\t-1\tprior\tspam\tMost.\n"
                + line.replace(';', '\t').replace('_', ' ') + "\n";
        assertThatThrownBy(() -> Weights.parse(text, GROUPS))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void badGroupsHeadersAndAMissingPriorAreNamed() {
        assertThatThrownBy(() -> Weights.parse(WEIGHTS, "group\tleast\tmost\tmeaning\nwords\t1\t2\tWords\n"))
                .hasMessageContaining("groups.tsv:2: words: 0 is out of its bounds");
        assertThatThrownBy(() -> Weights.parse("name\tpoints\tgroup\tkind\tsentence\n", GROUPS))
                .hasMessageContaining("weights.tsv:1");
        assertThatThrownBy(() -> Weights.parse("name\tpoints\tgroup\tcategory\tsentence\n", GROUPS))
                .hasMessageContaining("PRIOR: is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOUD;1;words;spam;LOUD & KIND;Again.   | composites.tsv:2: LOUD: is a finding already",
                "BOTH;1;words;spam;LOUD & KINDD;Both.   | BOTH: no check finds 'KINDD'. Did you mean 'KIND'?",
                "BOTH;1;words;spam;-LOUD;Nothing.       | BOTH: is made of nothing but what is missing",
                "BOTH;1;wordz;spam;LOUD;Both.           | BOTH: unknown group 'wordz'",
            })
    void aBadCompositeIsNamedWithTheRemedy(String line, String message) {
        String text = "name\tpoints\tgroup\tcategory\tfindings\tsentence\n" + line.replace(';', '\t') + "\n";
        assertThatThrownBy(() -> Weights.parse(WEIGHTS, GROUPS, text))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void everyShippedCompositeFiresAndDoesNotWhenAPartOfItIsMissing() {
        Weights shipped = Weights.shipped();
        assertThat(shipped.composites()).isNotEmpty();
        for (Composite composite : shipped.composites()) {
            Finding[] made = composite.made().stream().map(WeightsTest::finding).toArray(Finding[]::new);
            assertThat(verdict(shipped, made).has(composite.name())).isTrue();
            assertThat(verdict(shipped, Arrays.copyOf(made, made.length - 1)).has(composite.name()))
                    .isFalse();
        }
    }

    @Test
    void theShippedWeightsHoldAPlainMailForWantedAndTheTestStringsForUnwanted() {
        Weights shipped = Weights.shipped();
        assertThat(shipped.prior().points()).isNegative();
        assertThat(verdict(shipped, finding("GTUBE")).score()).isGreaterThanOrEqualTo(5);
        Verdict virus = verdict(shipped, finding("EICAR_TEST_FILE"));
        assertThat(virus.score()).isGreaterThanOrEqualTo(5);
        assertThat(virus.category()).isEqualTo(Category.VIRUS);
    }

    private Verdict verdict(Finding... findings) {
        return verdict(weights, findings);
    }

    private static Verdict verdict(Weights weights, Finding... findings) {
        return weights.verdict(List.of(findings), List.of(), Authentication.none());
    }

    private static Finding finding(String name) {
        return new Finding(name, "seen");
    }
}
