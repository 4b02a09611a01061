package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
    private final SharedWork shared = new SharedWork();

    @Test
    void nobodyReturnsBeforeWorkThatBeganAfterTheQuestion() {
        AtomicLong written = new AtomicLong();
        AtomicLong safe = new AtomicLong();
        AtomicInteger broken = new AtomicInteger();

        IntStream.range(0, 20_000).parallel().forEach(i -> {
            long mine = written.incrementAndGet();
            shared.ask(() -> safe.set(written.get()));
            if (safe.get() < mine) {
                broken.incrementAndGet();
            }
        });

        assertThat(broken).hasValue(0);
    }

    @Test
    void whoAsksAloneIsServed() {
        AtomicInteger runs = new AtomicInteger();

        shared.ask(runs::incrementAndGet);
        shared.ask(runs::incrementAndGet);

        assertThat(runs).hasValue(2);
    }

    @Test
    void afterWorkThatFailedTheNextOneWorksAgain() {
        AtomicInteger runs = new AtomicInteger();
        Runnable broken = () -> {
            throw new IllegalStateException("the disk is full");
        };

        assertThatThrownBy(() -> shared.ask(broken)).hasMessage("the disk is full");
        shared.ask(runs::incrementAndGet);

        assertThat(runs).hasValue(1);
    }
}
