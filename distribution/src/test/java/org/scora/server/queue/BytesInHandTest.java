package org.scora.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BytesInHandTest {
    private final BytesInHand inHand = new BytesInHand(100);

    @Test
    void aMailWaitsUntilThereIsRoom() throws Exception {
        Runnable leave = inHand.admit(80 * 1024);
        CompletableFuture<Runnable> second = CompletableFuture.supplyAsync(() -> inHand.admit(50 * 1024));
        assertThat(second).isNotDone();

        leave.run();
        leave.run();
        assertThat(second.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aMailAboveTheBoundIsWorkedOnAlone() {
        Runnable leave = inHand.admit(Long.MAX_VALUE);
        leave.run();
        inHand.admit(100 * 1024).run();
    }
}
