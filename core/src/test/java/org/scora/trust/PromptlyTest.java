package org.scora.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PromptlyTest {
    private static final Duration PLENTY = Duration.ofSeconds(30);

    @Test
    void aQuestionIsAnswered() {
        try (Promptly promptly = new Promptly("test", 1, PLENTY)) {
            assertThat(promptly.ask(() -> 42)).contains(42);
        }
    }

    @Test
    void whatFailsInAnyWayHasNoAnswer() {
        try (Promptly promptly = new Promptly("test", 1, PLENTY)) {
            assertThat(promptly.ask(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isEmpty();
            assertThat(promptly.ask(() -> {
                        throw new StackOverflowError();
                    }))
                    .isEmpty();
            assertThat(promptly.ask(() -> 1)).as("the next one").contains(1);
        }
    }

    @Test
    void whatTakesTooLongHasNoAnswer() {
        try (Promptly promptly = new Promptly("test", 1, Duration.ofMillis(20))) {
            assertThat(promptly.ask(() -> {
                        new CountDownLatch(1).await();
                        return 1;
                    }))
                    .isEmpty();
        }
    }

    @Test
    void whoComesWhileAllThreadsAreBusyIsNotKeptWaiting() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<Optional<Integer>> first = new AtomicReference<>(Optional.empty());
        try (Promptly promptly = new Promptly("test", 1, PLENTY)) {
            Thread busy = new Thread(() -> first.set(promptly.ask(() -> {
                begun.countDown();
                end.await();
                return 1;
            })));
            busy.start();
            begun.await();

            assertThat(promptly.ask(() -> 2)).isEmpty();

            end.countDown();
            busy.join();
            assertThat(first.get()).contains(1);
        }
    }
}
