package org.scora.prefilter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.DnsAnswer.Status;
import org.scora.dns.MailExchanger;
import org.scora.domain.Refusal;

/** With a DNS that answers nobody, some threads wait, and the others serve. */
class SilentDnsTest {
    private static final int WAITERS = 4;

    private final CountDownLatch asked = new CountDownLatch(WAITERS);
    private final CountDownLatch timeIsOver = new CountDownLatch(1);
    private final SenderDomains senders =
            new SenderDomains(new Silent(), new Semaphore(WAITERS), Ticker.systemTicker());

    @Test
    void onlySoManyWaitAndNobodyIsRefusedForGood() throws Exception {
        assertThat(senders.refusal(Optional.of("ann@known.example"))).isEmpty();
        ExecutorService threads = Executors.newFixedThreadPool(WAITERS);
        try {
            List<Future<Optional<Refusal>>> waiting = new ArrayList<>();
            for (int i = 0; i < WAITERS; i++) {
                Optional<String> sender = Optional.of("ann@silent" + i + ".example");
                waiting.add(threads.submit(() -> senders.refusal(sender)));
            }
            asked.await();

            assertThat(senders.refusal(Optional.of("ann@another.example")))
                    .map(TestDoor::code)
                    .contains("451 4.4.3");
            assertThat(senders.refusal(Optional.of("ann@known.example")))
                    .as("who is known is served meanwhile")
                    .isEmpty();

            timeIsOver.countDown();
            for (Future<Optional<Refusal>> answer : waiting) {
                assertThat(answer.get()).map(TestDoor::code).contains("451 4.4.3");
            }
        } finally {
            threads.shutdown();
        }
    }

    private final class Silent implements Dns {
        @Override
        public DnsAnswer<MailExchanger> mx(String name) {
            if (name.equals("known.example")) {
                return DnsAnswer.found(List.of(new MailExchanger(10, "mx.known.example")));
            }
            try {
                asked.countDown();
                timeIsOver.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return DnsAnswer.none(Status.FAILED);
        }

        @Override
        public DnsAnswer<String> txt(String name) {
            return DnsAnswer.none(Status.FAILED);
        }

        @Override
        public DnsAnswer<InetAddress> addresses(String name) {
            return DnsAnswer.none(Status.FAILED);
        }

        @Override
        public DnsAnswer<String> names(InetAddress address) {
            return DnsAnswer.none(Status.FAILED);
        }
    }
}
