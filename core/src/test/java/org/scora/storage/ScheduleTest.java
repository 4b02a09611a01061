package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.scora.storage.Schedule.Work;

class ScheduleTest {
    abstract static class Contract extends StoreContract {
        Contract(TestEngine engine) {
            super(engine);
        }

        @Test
        void workIsDoneAlsoWhenOtherWorkFails() throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            Work failing = new Work("failing", Duration.ofHours(1), () -> {
                throw new IllegalStateException("as the test wants it");
            });
            Work good = new Work("good", Duration.ofHours(1), done::countDown);

            try (Schedule one = database.schedule(List.of(failing, good));
                    Schedule other = database.schedule(List.of(failing, good))) {
                assertThat(List.of(one, other)).doesNotHaveDuplicates();
                assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
            }
        }
    }

    @Nested
    class OnH2 extends Contract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
