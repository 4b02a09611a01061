package org.scora.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.message.Authentication;

class ExplanationTest {
    private final Weights weights = Weights.parse("""
        name\tpoints\tgroup\tcategory\tsentence
        PRIOR\t-1\tprior\tspam\tMost mail is wanted.
        LOUD\t1.5\twords\tspam\tIt shouts.
        GREEDY\t1.5\twords\tphishing\tIt wants money.
        """, """
        group\tleast\tmost\tmeaning
        prior\t-10\t10\tWhere all start
        words\t0\t2\tWhat it says
        """);
    private final Explanation explanation = new Explanation(weights);

    @Test
    void everyNumberOfTheScoreIsAccountedFor() {
        Verdict verdict = weights.verdict(
                List.of(new Finding("LOUD", "BUY NOW"), new Finding("GREEDY", "")),
                List.of(new UnknownCheck("sender-authentication", "the DNS did not answer")),
                Authentication.none());
        assertThat(explanation.of(verdict))
                .containsExactly(
                        "Score +1.00: 90.9 % certain that this is spam (3 says 1000 to 1)",
                        "",
                        " -1.00  Most mail is wanted. [PRIOR]",
                        " +1.50  It wants money. [GREEDY]",
                        " +1.50  It shouts. [LOUD]",
                        "        BUY NOW",
                        "",
                        "What the groups of findings add up to:",
                        " +3.00  What it says, counted as +2.00",
                        "",
                        "What could not be told, and weighs nothing:",
                        "        sender-authentication: the DNS did not answer");
    }

    @Test
    void nothingFoundIsSaidInTwoLines() {
        assertThat(explanation.of(verdict("")).get(0)).startsWith("Score +0.50");
        assertThat(explanation.of(weights.verdict(List.of(), List.of(), Authentication.none())))
                .containsExactly(
                        "Score -1.00: probably wanted, with a chance of 9.1 % that it is not (3 says 1000 to 1)",
                        "", " -1.00  Most mail is wanted. [PRIOR]");
    }

    @Test
    void whatWouldHaveChangedTheVerdictIsSaid() {
        assertThat(explanation.of(verdict(""), 0.4))
                .endsWith("", "What would have changed it:", "        0.50 of 0.4; without LOUD it would be -1.00");
    }

    @Test
    void evidenceCanNotSteerATerminalOrTurnTheLine() {
        List<String> lines = explanation.of(verdict("a\u001b[2Jb\r\nc\u202ed\ud800e"));
        assertThat(lines).contains("        a [2Jb  c\ufffdd\ufffde");
    }

    @Test
    void evidenceIsCutAtALengthThatAPersonReads() {
        List<String> lines = explanation.of(verdict("x".repeat(5000)));
        assertThat(lines).contains("        " + "x".repeat(200) + "…");
    }

    @ParameterizedTest
    @CsvSource({
        "-9, 0.1 %",
        "-1, 9.1 %",
        "0, 50.0 %",
        "1, 90.9 %",
        "2, 99.0 %",
        "2.1, 99.2 %",
        "3, 99.90 %",
        "3.2, 99.93 %",
        "4, 99.990 %",
        "5, 99.999 %",
        "7, 99.999 %",
        "300, 99.999 %"
    })
    void aCertaintyHasTheDigitsThatTellButIsNeverFullOrNothing(double score, String certainty) {
        assertThat(Explanation.certainty(score)).isEqualTo(certainty);
    }

    private Verdict verdict(String evidence) {
        return weights.verdict(List.of(new Finding("LOUD", evidence)), List.of(), Authentication.none());
    }
}
