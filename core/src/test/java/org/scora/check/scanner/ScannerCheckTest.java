package org.scora.check.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

class ScannerCheckTest {
    private static final int FAILURES = 5;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private boolean works;
    private final ScannerCheck check = new ScannerCheck(new Flaky(), new Breaker(clock), false);
    private final IncomingMessage message = message();

    @Test
    void aScannerThatFailsAgainAndAgainIsLeftAloneForAWhile() {
        fail(FAILURES);
        assertThat(check.examine(message))
                .isEqualTo(CheckResult.unknown("it did not answer lately and is left alone for a while"));
        assertThat(asked).hasValue(FAILURES);
    }

    @Test
    void afterTheWhileOneMessageTries() {
        fail(FAILURES);
        clock.forward(Duration.ofSeconds(31));
        fail(3);
        assertThat(asked).hasValue(FAILURES + 1);
    }

    @Test
    void anAnswerEndsIt() {
        fail(FAILURES);
        clock.forward(Duration.ofSeconds(31));
        works = true;
        assertThat(check.examine(message)).isEqualTo(CheckResult.notFound());
        assertThat(check.examine(message)).isEqualTo(CheckResult.notFound());
    }

    @Test
    void failuresWithAnswersBetweenThemAreNoTrouble() {
        for (int i = 0; i < 3; i++) {
            works = false;
            fail(FAILURES - 1);
            works = true;
            check.examine(message);
        }
        assertThat(asked).hasValue(3 * FAILURES);
    }

    @Test
    void aFailureIsUnknownInTheServersWords() {
        assertThat(check.examine(message)).isEqualTo(CheckResult.unknown("out of order"));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            check.examine(message);
        }
    }

    private static IncomingMessage message() {
        try {
            return Dialogue.message("letter.eml");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Flaky implements Scanner {
        @Override
        public String name() {
            return "flaky";
        }

        @Override
        public ScanResult scan(IncomingMessage about) throws IOException {
            asked.incrementAndGet();
            if (!works) {
                throw new IOException("out of order");
            }
            return new ScanResult.Clean();
        }
    }
}
