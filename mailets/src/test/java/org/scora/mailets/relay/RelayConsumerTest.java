package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory.MemoryCacheableMailQueue;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import org.scora.mailets.MailSource;
import reactor.core.publisher.Mono;

@Timeout(60)
class RelayConsumerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MemoryCacheableMailQueue queue = new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory())
            .createQueue(MailQueueName.of("outgoing"));

    @AfterEach
    void closeQueue() {
        queue.close();
    }

    @Test
    void noDelivererIsCaughtInWaitingForMoreMail() throws Exception {
        WaitingQueue waiting = new WaitingQueue();
        int mails = 800;
        Set<String> done = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(mails);
        CountDownLatch nobodyFree = new CountDownLatch(4);
        try (RelayConsumer consumer = consumer(
                waiting,
                mail -> {
                    nobodyFree.countDown();
                    await(nobodyFree);
                    done.add(mail.getName());
                    all.countDown();
                },
                4,
                PATIENCE)) {
            for (int i = 0; i < mails; i++) {
                waiting.enQueue(mail("Mail-" + i));
            }

            assertThat(all.await(50, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(done).hasSize(mails);
        assertThat(waiting.askers).allMatch(thread -> thread.startsWith("relay-intake"));
    }

    @Test
    void severalMailsAreWorkedOnAtOnceButNotMoreThanAllowed() throws Exception {
        CountDownLatch threeAtOnce = new CountDownLatch(3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(12);
        try (RelayConsumer consumer = consumer(
                queue,
                mail -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    threeAtOnce.countDown();
                    await(threeAtOnce);
                    now.decrementAndGet();
                    all.countDown();
                },
                3,
                PATIENCE)) {
            for (int i = 0; i < 12; i++) {
                enqueue("Mail-" + i);
            }

            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(most).hasValue(3);
    }

    @Test
    void mailWhoseWorkFailedComesAgainAndHoldsNobodyUp() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch both = new CountDownLatch(2);
        try (RelayConsumer consumer = consumer(
                queue,
                mail -> {
                    if (mail.getName().equals("Mail-bad") && tries.incrementAndGet() < 3) {
                        throw tries.get() == 1 ? new MessagingException("no") : new MessagingException("not yet");
                    }
                    both.countDown();
                },
                2,
                PATIENCE)) {
            enqueue("Mail-bad");
            enqueue("Mail-good");

            assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(tries).hasValue(3);
    }

    @Test
    void errorInTheWorkDoesNotEndTheConsumer() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        try (RelayConsumer consumer = consumer(
                queue,
                mail -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new AssertionError("as if a class were missing");
                    }
                    done.countDown();
                },
                1,
                PATIENCE)) {
            enqueue("Mail-1");

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stopWaitsForWhatIsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        RelayConsumer consumer = consumer(
                queue,
                mail -> {
                    begun.countDown();
                    await(mayEnd);
                    ended.incrementAndGet();
                },
                1,
                PATIENCE);
        enqueue("Mail-1");
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        Thread stop = new Thread(consumer::close);
        stop.start();
        mayEnd.countDown();
        stop.join();

        assertThat(ended).hasValue(1);
        assertThat(queue.getSize()).isZero();
    }

    @Test
    void stopLeavesInTheQueueWhatTakesTooLong() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch afterStop = new CountDownLatch(1);
        RelayConsumer consumer = consumer(
                queue,
                mail -> {
                    begun.countDown();
                    Uninterruptibles.awaitUninterruptibly(afterStop);
                    throw new MessagingException("stopped");
                },
                1,
                Duration.ofMillis(50));
        enqueue("Mail-1");
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        consumer.close();

        assertThat(queue.getSize()).isEqualTo(1);
        afterStop.countDown();
    }

    private static RelayConsumer consumer(MailQueue queue, ManyDestinations.Step step, int atOnce, Duration patience) {
        return new RelayConsumer(
                queue,
                new ManyDestinations(queue, step),
                new Lanes.Limits(2 * atOnce, atOnce, Long.MAX_VALUE, Duration.ZERO),
                Clock.systemUTC(),
                patience);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(String name) throws MessagingException {
        queue.enQueue(mail(name));
    }

    private static MailImpl mail(String name) throws MessagingException {
        MailImpl mail = MailImpl.builder()
                .name(name)
                .addRecipient("bob@customer.example")
                .build();
        MailSource.replace(mail, "Subject: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return mail;
    }

    /** Each mail goes elsewhere, to who has not answered yet: half of the connections are for such. */
    private record ManyDestinations(MailQueue queue, Step step) implements RelayConsumer.Work {
        interface Step {
            void on(Mail mail) throws MessagingException;
        }

        @Override
        public String destination(Mail mail) {
            return mail.getName();
        }

        @Override
        public boolean isUrgent(Mail mail) {
            return false;
        }

        @Override
        public Delivery attempt(Mail mail) throws MessagingException {
            step.on(mail);
            return Delivery.none();
        }

        @Override
        public void putOff(Mail mail, Duration delay) throws MessagingException {
            queue.enQueue(MailCopy.of(mail, mail.getName(), List.copyOf(mail.getRecipients()), MailSource.bytes(mail)));
        }

        @Override
        public void notNow(Mail mail, DeliveryResult lastAnswer) {
            throw new AssertionError("it answers always");
        }
    }

    /** Waits for mail on the thread that asks for it, as a queue on JMS does. */
    private static final class WaitingQueue implements MailQueue {
        private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
        private final Set<String> askers = ConcurrentHashMap.newKeySet();

        @Override
        public Publisher<MailQueueItem> deQueue() {
            return Mono.<MailQueueItem>fromCallable(this::next).repeat();
        }

        private MailQueueItem next() throws InterruptedException {
            askers.add(Thread.currentThread().getName());
            return new Item(mails.take());
        }

        @Override
        public void enQueue(Mail mail) {
            mails.add(mail);
        }

        @Override
        public void enQueue(Mail mail, Duration delay) {
            mails.add(mail);
        }

        @Override
        public Publisher<Void> enqueueReactive(Mail mail) {
            return Mono.fromRunnable(() -> mails.add(mail));
        }

        @Override
        public MailQueueName getName() {
            return MailQueueName.of("waiting");
        }

        @Override
        public void close() {}

        private record Item(Mail getMail) implements MailQueueItem {
            @Override
            public void done(CompletionStatus status) {}
        }
    }
}
