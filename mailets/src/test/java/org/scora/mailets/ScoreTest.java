package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.mail.MessagingException;
import org.apache.james.server.core.MailImpl;
import org.junit.jupiter.api.Test;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.Scorer;
import org.scora.message.IncomingMessage;
import org.scora.message.ReceiptId;
import org.scora.score.UnknownCheck;
import org.scora.score.Verdict;
import org.scora.score.Weights;

class ScoreTest extends MailetTest {

    @Test
    void leavesTheVerdictTheReceiptAndWhatWasRead() throws Exception {
        MailImpl mail = mail(PLAIN.replace("Dear", GTUBE + " Dear"), "ann@example.org", "bob@example.com");
        score().service(mail);

        MailStory story = MailStory.of(mail);
        Verdict verdict = story.verdict().orElseThrow();
        assertThat(verdict.has("GTUBE")).isTrue();
        assertThat(verdict.authentication().proves("example.org")).isTrue();
        assertThat(story.receipt()).isEqualTo(ReceiptId.of(mail.getName()).text());
        assertThat(story.receivedAt(CLOCK)).isEqualTo(CLOCK.instant());
        assertThat(story.summary().subject()).isEqualTo("The minutes of Monday");
        assertThat(story.summary().from()).containsExactly("ann@example.org");
    }

    @Test
    void keepsAVerdictThatIsThere() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        Score score = score();
        score.service(mail);
        Verdict first = MailStory.of(mail).verdict().orElseThrow();
        MailSource.replace(mail, (PLAIN + GTUBE + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        score.service(mail);
        assertThat(MailStory.of(mail).verdict()).contains(first);
    }

    @Test
    void keepsTheReceiptOfAPartThatWasSplitOff() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        score().service(mail);
        MailImpl part = disposedOf(MailImpl.duplicate(mail));
        assertThat(part.getName()).isNotEqualTo(mail.getName());
        assertThat(MailStory.of(part).receipt()).isEqualTo(MailStory.of(mail).receipt());
    }

    @Test
    void letsAMailThatCanNotBeReadGoOnUnscored() throws Exception {
        MailImpl mail = MailImpl.builder()
                .name("unreadable")
                .addRecipient("bob@example.com")
                .build();
        score().service(mail);
        Verdict verdict = MailStory.of(mail).verdict().orElseThrow();
        assertThat(verdict.score()).isZero();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.unknown()).extracting(UnknownCheck::check).isEqualTo(List.of("score"));
    }

    @Test
    void keepsAMailWaitingWithoutAnAnswerThatTheOperatorRequires() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        Score score = ready(new Score(asking(new NeverAnswers(true)), CLOCK), Map.of());
        assertThatThrownBy(() -> score.service(mail))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("has to wait")
                .hasMessageContaining("clamav");
        assertThat(MailStory.of(mail).verdict()).isEmpty();
    }

    @Test
    void letsAMailGoOnWithoutAnAnswerThatTheOperatorDoesNotRequire() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        ready(new Score(asking(new NeverAnswers(false)), CLOCK), Map.of()).service(mail);
        assertThat(MailStory.of(mail).verdict().orElseThrow().unknown())
                .extracting(UnknownCheck::check)
                .containsExactly("clamav");
    }

    private static Scorer asking(Check check) {
        return new Scorer(List.of(check), Weights.shipped(), Duration.ofSeconds(10));
    }

    private record NeverAnswers(boolean required) implements Check {
        @Override
        public String name() {
            return "clamav";
        }

        @Override
        public List<String> findings() {
            return List.of();
        }

        @Override
        public CheckResult examine(IncomingMessage message) {
            return CheckResult.unknown("no answer");
        }
    }

    @Test
    void takesNoParameters() {
        assertThatThrownBy(() -> ready(new Score(scorer, CLOCK), Map.of("deadline", "5")))
                .isInstanceOf(MessagingException.class)
                .hasMessage("mailetcontainer.xml: mailet Score: deadline: unknown key (value '5')."
                        + " Nothing can be set here.");
    }

    @Test
    void leavesToTheServerWhatIsTheServers() throws Exception {
        ready(new Score(scorer, CLOCK), Map.of("onMailetException", "propagate", "onMatchException", "nomatch"));
    }
}
