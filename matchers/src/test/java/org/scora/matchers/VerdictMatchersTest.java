package org.scora.matchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.scora.policy.Disposition;
import org.scora.score.Category;

/** Questions about the verdict and the decisions. */
class VerdictMatchersTest extends MatcherTest {

    @Test
    void dispositionIsHoldsForTheRecipientsForWhomItWasDecided() throws Exception {
        Mail mail = unscored();
        decide(mail, BOB, Disposition.QUARANTINE, CAROL.toLowerCase(java.util.Locale.ROOT), Disposition.DELETE);
        assertThat(matched(ready(new DispositionIs(), "quarantine"), mail)).containsExactly(BOB);
        assertThat(matched(ready(new DispositionIs(), "delete"), mail)).containsExactly(CAROL);
        assertThat(matched(ready(new DispositionIs(), "Quarantine, delete"), mail))
                .containsExactly(BOB, CAROL);
        assertThat(matched(ready(new DispositionIs(), "normal,flagSubject"), mail))
                .isEmpty();
    }

    @Test
    void dispositionIsHoldsForNobodyWhenNothingWasDecided() throws Exception {
        assertThat(matched(ready(new DispositionIs(), "normal"), unscored())).isEmpty();
    }

    @Test
    void verdictIsAsksForCategoryAndForMoreLikelyThanNot() throws Exception {
        VerdictIs phishing = ready(new VerdictIs(), "phishing, virus");
        assertThat(matched(phishing, mail(verdict(0.1, Category.PHISHING)))).hasSize(2);
        assertThat(matched(phishing, mail(verdict(0, Category.PHISHING)))).isEmpty();
        assertThat(matched(phishing, mail(verdict(5, Category.SPAM)))).isEmpty();
        assertThat(matched(phishing, unscored())).isEmpty();
    }

    @Test
    void scoreAtLeastTakesANumberOrTheNameOfASensitivity() throws Exception {
        assertThat(matched(ready(new ScoreAtLeast(), "3.0"), mail(verdict(3, Category.SPAM))))
                .hasSize(2);
        assertThat(matched(ready(new ScoreAtLeast(), "very-cautious"), mail(verdict(5, Category.SPAM))))
                .hasSize(2);
        assertThat(matched(ready(new ScoreAtLeast(), "normal"), mail(verdict(2.99, Category.SPAM))))
                .isEmpty();
        assertThat(matched(ready(new ScoreAtLeast(), "0"), unscored())).isEmpty();
    }

    @Test
    void hasFindingHoldsWhenOneOfThemWasMade() throws Exception {
        HasFinding gtube = ready(new HasFinding(), "EICAR_TEST_FILE,GTUBE");
        assertThat(matched(gtube, mail(verdict(9, Category.SPAM, "GTUBE")))).hasSize(2);
        assertThat(matched(gtube, mail(verdict(9, Category.SPAM)))).isEmpty();
    }

    @Test
    void hopsAtLeastHoldsForMailThatGoesInCircles() throws Exception {
        Mail mail = unscored();
        summarize(mail, "", 30);
        assertThat(matched(ready(new HopsAtLeast(), "30"), mail)).hasSize(2);
        assertThat(matched(ready(new HopsAtLeast(), null), mail)).isEmpty();
        assertThat(matched(ready(new HopsAtLeast(), "10"), unscored())).isEmpty();
    }

    @Test
    void aConditionThatIsNotKnownIsAnErrorThatNamesPlaceKeyValueAndRemedy() {
        assertThatThrownBy(() -> ready(new HasFinding(), "GTUB"))
                .isInstanceOf(MessagingException.class)
                .hasMessage("mailetcontainer.xml: matcher HasFinding: condition: bad value 'GTUB': there is no finding"
                        + " 'GTUB', did you mean 'GTUBE'. Expected the name of a finding, or several with commas between"
                        + " them, for example 'GTUBE'.");
        assertThatThrownBy(() -> ready(new DispositionIs(), "quarantine,,delete"))
                .hasMessageContaining("bad value");
        assertThatThrownBy(() -> ready(new DispositionIs(), null)).hasMessageContaining("condition: has to be set");
        assertThatThrownBy(() -> ready(new VerdictIs(), "bulk")).hasMessageContaining("no category 'bulk'");
        assertThatThrownBy(() -> ready(new ScoreAtLeast(), "NaN")).hasMessageContaining("bad value 'NaN'");
        assertThatThrownBy(() -> ready(new HopsAtLeast(), "3")).hasMessageContaining("from 10 to 1000");
    }
}
