package org.scora.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;
import org.scora.score.UnknownCheck;
import org.scora.score.Verdict;
import org.scora.score.Weights;

class ScorerTest {
    private static final Duration PLENTY = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    void whatAllChecksFindIsAddedUp() {
        Verdict verdict = score(PLENTY, finds("GTUBE"), finds("DATE_MISSING"), finds(Optional.empty()));
        assertThat(verdict.has("GTUBE")).isTrue();
        assertThat(verdict.has("DATE_MISSING")).isTrue();
        assertThat(verdict.unknown()).isEmpty();
        assertThat(verdict.score()).isGreaterThan(5);
    }

    @Test
    void aCheckThatThrowsIsUnknownAndTheOthersCount() {
        Verdict verdict = score(
                PLENTY,
                check("broken", false, () -> {
                    throw new IllegalStateException("by design of this test");
                }),
                check("endless", false, ScorerTest::recurse),
                finds("GTUBE"));
        assertThat(verdict.has("GTUBE")).isTrue();
        assertThat(verdict.unknown())
                .containsExactly(
                        new UnknownCheck("broken", "IllegalStateException"),
                        new UnknownCheck("endless", "StackOverflowError"));
    }

    @Test
    void aCheckThatSaysUnknownIsListedWithItsReason() {
        Verdict verdict = score(PLENTY, check("asker", true, () -> CheckResult.unknown("no scanner there")));
        assertThat(verdict.unknown()).containsExactly(new UnknownCheck("asker", "no scanner there"));
        assertThat(verdict.score()).isEqualTo(Weights.shipped().prior().points());
    }

    @Test
    void whatACheckCouldTellCountsBesideWhatItCouldNot() {
        Verdict verdict = score(
                PLENTY,
                check(
                        "lists",
                        true,
                        () -> new CheckResult.Partial(List.of(new Finding("DNSLIST_CLIENT", "", 2)), "one is down")));
        assertThat(verdict.has("DNSLIST_CLIENT")).isTrue();
        assertThat(verdict.unknown()).containsExactly(new UnknownCheck("lists", "one is down"));
    }

    @Test
    void onlyTheAnswersThatTheOperatorRequiresAreMissed() {
        Scorer scorer = new Scorer(
                List.of(required(CheckResult.unknown("down")), check("spamd", true, () -> CheckResult.unknown("down"))),
                Weights.shipped(),
                PLENTY);
        assertThat(scorer.missing(scorer.score(message()))).containsExactly(new UnknownCheck("clamav", "down"));
        Scorer answered = new Scorer(List.of(required(CheckResult.notFound())), Weights.shipped(), PLENTY);
        assertThat(answered.missing(answered.score(message()))).isEmpty();
    }

    private static Check required(CheckResult result) {
        return new Check() {
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
                return result;
            }

            @Override
            public boolean required() {
                return true;
            }
        };
    }

    @Test
    void aCheckThatIsLateIsInterruptedAndTheOnesBehindItCount() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(2);
        Verdict verdict = score(
                SHORT,
                check("waiting", true, () -> waitUntil(interrupted)),
                check("stuck", false, () -> waitUntil(interrupted)),
                finds("GTUBE"));
        assertThat(verdict.has("GTUBE")).isTrue();
        assertThat(verdict.unknown())
                .containsExactly(
                        new UnknownCheck("waiting", "no answer within 100 ms"),
                        new UnknownCheck("stuck", "no answer within 100 ms"));
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoIsInterruptedWhileScoringGetsAVerdictAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        Verdict verdict = score(PLENTY, check("stuck", false, () -> waitUntil(new CountDownLatch(1))));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(verdict.unknown()).containsExactly(new UnknownCheck("stuck", "interrupted"));
    }

    @Test
    void whatIsProvenAboutTheSenderStandsInTheVerdict() {
        Authentication proven = new Authentication(
                Result.PASS, Optional.of("firm.example"), List.of(), Result.TEMPERROR, Optional.empty(), false);
        Verdict verdict = score(
                PLENTY,
                check(
                        "sender-authentication",
                        true,
                        () -> new CheckResult.Authenticated(
                                proven, List.of(new Finding("SPF_PASS", "")), Optional.of("no DNS for DMARC"))));
        assertThat(verdict.authentication()).isEqualTo(proven);
        assertThat(verdict.has("SPF_PASS")).isTrue();
        assertThat(verdict.unknown()).containsExactly(new UnknownCheck("sender-authentication", "no DNS for DMARC"));
    }

    private static Verdict score(Duration deadline, Check... checks) {
        return new Scorer(List.of(checks), Weights.shipped(), deadline).score(message());
    }

    private static IncomingMessage message() {
        return IncomingMessage.read(
                new ByteArrayInputStream("Subject: hello\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII)),
                Envelope.unknown());
    }

    private static CheckResult waitUntil(CountDownLatch interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return CheckResult.notFound();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    private static CheckResult recurse() {
        return recurse();
    }

    private static Check finds(String name) {
        return finds(Optional.of(name));
    }

    private static Check finds(Optional<String> name) {
        return check(
                "finder",
                false,
                () -> name.map(found -> CheckResult.found(found, "seen")).orElseGet(CheckResult::notFound));
    }

    private static Check check(String name, boolean waits, Answer answer) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> findings() {
                return List.of();
            }

            @Override
            public boolean waits() {
                return waits;
            }

            @Override
            public CheckResult examine(IncomingMessage message) throws Exception {
                return answer.give();
            }
        };
    }

    private interface Answer {
        CheckResult give() throws Exception;
    }
}
