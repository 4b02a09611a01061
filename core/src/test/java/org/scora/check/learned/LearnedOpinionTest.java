package org.scora.check.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scora.learn.Opinion;
import org.scora.score.Finding;

class LearnedOpinionTest {

    @Test
    void opinionOnFamiliarMailCountsMoreThanOneOnMailOfStrangers() {
        assertThat(strength(2, 0.95)).isGreaterThan(2);
        assertThat(strength(2, 0.8)).isEqualTo(2);
        assertThat(strength(2, 0.6)).isLessThan(1);
    }

    @Test
    void opinionIsBoundedHoweverSureItIs() {
        assertThat(strength(50, 1)).isEqualTo(strength(500, 1)).isLessThan(10);
        assertThat(strength(-50, 1)).isEqualTo(strength(50, 1));
    }

    @Test
    void whatIsHardlyAnOpinionIsNoFinding() {
        assertThat(findings(0.05, 0.8)).isEmpty();
        assertThat(findings(0.15, 0.4)).isEmpty();
        assertThat(findings(Double.NaN, 0.8)).isEmpty();
        assertThat(findings(3, 0)).isEmpty();
    }

    @Test
    void signSaysWhichFindingItIs() {
        assertThat(findings(2, 0.8)).extracting(Finding::name).containsExactly("LEARNED_SPAM");
        assertThat(findings(-2, 0.8)).extracting(Finding::name).containsExactly("LEARNED_HAM");
    }

    @Test
    void whatWasTaughtHereIsBelievedOfMailLikeItAndNotOfOthers() {
        assertThat(findings(here(2, 0.85))).containsExactly("TAUGHT_SPAM");
        assertThat(findings(here(-2, 0.85))).containsExactly("TAUGHT_HAM");
        assertThat(findings(here(2, 0.35))).isEmpty();
        assertThat(LearnedOpinion.findings(here(2, 0.6)).get(0).strength())
                .isLessThan(LearnedOpinion.findings(here(2, 0.7)).get(0).strength());
        assertThat(LearnedOpinion.findings(here(500, 1)).get(0).strength()).isLessThan(10);
    }

    @Test
    void evidenceOfWhatWasTaughtHereIsWhatTheLessonsMoved() {
        Opinion.Taught here = new Opinion.Taught(2, 1, List.of("\"your parcel\""));
        assertThat(LearnedOpinion.findings(new Opinion(2, 0.8, List.of("\"dear winner\""), here)))
                .extracting(Finding::evidence)
                .containsExactly("\"dear winner\"", "\"your parcel\"");
    }

    private static Opinion here(double logOdds, double familiarity) {
        return new Opinion(0, 0.8, List.of(), new Opinion.Taught(logOdds, familiarity, List.of()));
    }

    private static List<String> findings(Opinion opinion) {
        return LearnedOpinion.findings(opinion).stream().map(Finding::name).toList();
    }

    private static double strength(double logOdds, double familiarity) {
        return findings(logOdds, familiarity).get(0).strength();
    }

    private static List<Finding> findings(double logOdds, double familiarity) {
        return LearnedOpinion.findings(new Opinion(logOdds, familiarity, List.of(), Opinion.Taught.NOTHING));
    }
}
