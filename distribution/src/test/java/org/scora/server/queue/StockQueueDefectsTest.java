package org.scora.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerPluginSupport;
import org.apache.activemq.broker.ProducerBrokerExchange;
import org.apache.activemq.command.Message;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The four defects of James' stock queue that ours mends. Each is shown twice by the same measurement: present in the
 * stock queue, absent in ours. When a later James mends one, the stock half fails and ours may go.
 */
class StockQueueDefectsTest {
    @TempDir
    Path folder;

    /** Defect A: delays are selectors, and the broker looks only through the first 200 messages for one that matches. */
    @Test
    void mailThatIsDueDoesNotStarveBehindDelayedMail() throws Exception {
        try (QueueFixture stock = QueueFixture.stock(folder.resolve("stock"));
                QueueFixture ours = QueueFixture.ours(folder.resolve("ours"))) {
            assertThat(dueMailThatPasses(stock)).isZero();
            assertThat(dueMailThatPasses(ours)).isEqualTo(20);
        }
    }

    private static int dueMailThatPasses(QueueFixture fixture) throws Exception {
        MailQueue queue = fixture.queue("outgoing");
        for (int i = 0; i < 260; i++) {
            queue.enQueue(QueueFixture.mail("delayed-" + i), Duration.ofHours(1));
        }
        for (int i = 0; i < 20; i++) {
            queue.enQueue(QueueFixture.mail("due-" + i));
        }
        List<String> passed = Flux.from(queue.deQueue())
                .take(20)
                .doOnNext(StockQueueDefectsTest::done)
                .map(item -> item.getMail().getName())
                .take(Duration.ofSeconds(5))
                .collectList()
                .block();
        return passed == null ? 0 : passed.size();
    }

    /** Defect B: whoever finishes a mail may be made to wait for the next one instead of working on it. */
    @Test
    void workersAreNeverCaughtInTheDequeueLoop() throws Exception {
        try (QueueFixture stock = QueueFixture.stock(folder.resolve("stock"));
                QueueFixture ours = QueueFixture.ours(folder.resolve("ours"))) {
            assertThat(threadsThatDequeue(stock)).anyMatch(name -> name.startsWith("worker"));
            assertThat(threadsThatDequeue(ours)).isNotEmpty().noneMatch(name -> name.startsWith("worker"));
        }
    }

    private static Set<String> threadsThatDequeue(QueueFixture fixture) throws Exception {
        MailQueue queue = fixture.queue("outgoing");
        int mails = 60;
        for (int i = 0; i < mails; i++) {
            queue.enQueue(QueueFixture.mail("mail-" + i));
        }
        Set<String> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch done = new CountDownLatch(mails);
        Scheduler workers = Schedulers.newBoundedElastic(4, 10_000, "worker");
        Flux.from(queue.deQueue())
                .doOnNext(item -> threads.add(Thread.currentThread().getName()))
                .flatMap(
                        item -> Mono.fromRunnable(() -> {
                                    // Slower than the queue, so that as many are in hand as may be.
                                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                                    done(item);
                                    done.countDown();
                                })
                                .subscribeOn(workers),
                        8)
                .subscribeOn(Schedulers.newSingle("subscriber"))
                .subscribe();
        done.await(20, TimeUnit.SECONDS);
        workers.dispose();
        return threads;
    }

    /** Defect C: all senders of a queue share one JMS session, which sends one message after the other. */
    @Test
    void oneSlowSendDoesNotHoldUpTheOthers() throws Exception {
        assertThat(secondSendPassesTheFirst(folder.resolve("stock"), true)).isFalse();
        assertThat(secondSendPassesTheFirst(folder.resolve("ours"), false)).isTrue();
    }

    private static boolean secondSendPassesTheFirst(Path folder, boolean stock) throws Exception {
        CountDownLatch firstIsStored = new CountDownLatch(1);
        CountDownLatch letFirstGo = new CountDownLatch(1);
        BrokerPlugin slowForTheFirst = new BrokerPluginSupport() {
            @Override
            public void send(ProducerBrokerExchange exchange, Message message) throws Exception {
                if ("first".equals(message.getProperty("JAMES_MAIL_NAME"))) {
                    firstIsStored.countDown();
                    letFirstGo.await();
                }
                super.send(exchange, message);
            }
        };
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try (QueueFixture fixture =
                stock ? QueueFixture.stock(folder, slowForTheFirst) : QueueFixture.ours(folder, slowForTheFirst)) {
            MailQueue queue = fixture.queue("spool");
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> enqueue(queue, "first"), senders);
            firstIsStored.await();
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> enqueue(queue, "second"), senders);
            boolean passed = endsWithin(second, Duration.ofSeconds(3));
            letFirstGo.countDown();
            CompletableFuture.allOf(first, second).get(20, TimeUnit.SECONDS);
            return passed;
        } finally {
            senders.shutdownNow();
        }
    }

    private static boolean endsWithin(CompletableFuture<Void> future, Duration time) throws Exception {
        try {
            future.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Defect D: bodies are files beside the broker's journal: not forced to disk, and left behind by a crash. */
    @Test
    void bodiesAreInTheJournalAndNotInFilesBesideIt() throws Exception {
        try (QueueFixture stock = QueueFixture.stock(folder.resolve("stock"));
                QueueFixture ours = QueueFixture.ours(folder.resolve("ours"))) {
            stock.queue("spool").enQueue(QueueFixture.mail("one"));
            ours.queue("spool").enQueue(QueueFixture.mail("one"));
        }
        assertThat(filesOutsideTheBroker(folder.resolve("stock"))).isNotEmpty();
        assertThat(filesOutsideTheBroker(folder.resolve("ours"))).isEmpty();
    }

    private static List<Path> filesOutsideTheBroker(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("broker")))
                    .toList();
        }
    }

    private static void enqueue(MailQueue queue, String name) {
        try {
            queue.enQueue(QueueFixture.mail(name));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void done(MailQueueItem item) {
        try {
            item.done(MailQueueItem.CompletionStatus.SUCCESS);
        } catch (MailQueue.MailQueueException e) {
            throw new IllegalStateException(e);
        }
    }
}
