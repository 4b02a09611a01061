package org.scora.mailets.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.mail.MessagingException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Takes mails from a queue and has them worked on, each in the lane of its destination. A mail leaves the queue only when
 * its work is done; at a stop, or a crash, it is still there.
 */
final class RelayConsumer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RelayConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What is done with one mail; methods throw to have the mail stay in the queue. */
    interface Work {
        /** Where it goes: who shares it shares a lane. */
        String destination(Mail mail);

        boolean isUrgent(Mail mail);

        Delivery attempt(Mail mail) throws MessagingException;

        /** There is no room for it now. */
        void putOff(Mail mail, Duration delay) throws MessagingException;

        /** Its destination did not answer a moment ago. */
        void notNow(Mail mail, DeliveryResult lastAnswer) throws MessagingException;
    }

    private final Work work;
    private final Duration patience;
    private final Scheduler intake = Schedulers.newSingle("relay-intake");
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor aside = threads("relay-aside", Lanes.ASIDE / 2);
    private final Lanes lanes;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final CompletableFuture<Void> end;

    /**
     * Starts at once.
     *
     * @param patience how long a stop waits for those that are being worked on
     */
    RelayConsumer(MailQueue queue, Work work, Lanes.Limits limits, Clock clock, Duration patience) {
        this.work = work;
        this.patience = patience;
        this.workers = threads("relay", limits.connections());
        this.lanes = new Lanes(limits, clock, workers, aside);
        // The queue waits for mail on the thread that asks it for more. Asked by a worker, it would keep that worker
        // and the mail in its hands for as long as no other mail comes: so only the intake asks.
        this.end = Flux.from(queue.deQueue())
                .subscribeOn(intake)
                .doOnError(e -> LOGGER.warn(
                        "the queue {} gives no mail", queue.getName().asString(), e))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE))
                .takeUntilOther(stop.asMono())
                .flatMap(item -> Mono.<Void>create(done -> submit(item, done)), limits.mostInHand())
                .then()
                .toFuture();
    }

    private void submit(MailQueueItem item, MonoSink<Void> done) {
        lanes.submit(work.destination(item.getMail()), new MailJob(item, done));
    }

    private static ThreadPoolExecutor threads(String name, int most) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Takes no more mail, and waits for what is being worked on. */
    @Override
    public void close() {
        stop.tryEmitEmpty();
        lanes.stop();
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOGGER.warn("deliveries are still under way; their mails stay in the queue");
        } catch (ExecutionException e) {
            LOGGER.error("the relay had stopped before", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        intake.dispose();
        workers.shutdownNow();
        aside.shutdownNow();
    }

    /** What the lanes do with a mail from the queue. */
    private final class MailJob implements Lanes.Job {
        private final MailQueueItem item;
        private final MonoSink<Void> done;
        private final long size;

        private MailJob(MailQueueItem item, MonoSink<Void> done) {
            this.item = item;
            this.done = done;
            this.size = sizeOf(item.getMail());
        }

        @Override
        public boolean isUrgent() {
            return work.isUrgent(item.getMail());
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public Delivery attempt() {
            return end(work::attempt);
        }

        @Override
        public void putOff(Duration delay) {
            end(mail -> {
                work.putOff(mail, delay);
                return Delivery.none();
            });
        }

        @Override
        public void notNow(DeliveryResult lastAnswer) {
            end(mail -> {
                work.notNow(mail, lastAnswer);
                return Delivery.none();
            });
        }

        @Override
        public void abandon() {
            done.success();
        }

        private Delivery end(Step step) {
            Mail mail = item.getMail();
            Delivery delivery = Delivery.none();
            CompletionStatus status = CompletionStatus.RETRY;
            try {
                delivery = step.on(mail);
                status = CompletionStatus.SUCCESS;
            } catch (MessagingException | RuntimeException | Error e) {
                LOGGER.error("mail {} stays in the queue", mail.getName(), e);
            }
            try {
                item.done(status);
            } catch (MailQueue.MailQueueException | RuntimeException e) {
                LOGGER.error("the queue does not take the end of mail {}: it may come again", mail.getName(), e);
            }
            LifecycleUtil.dispose(mail);
            done.success();
            return delivery;
        }
    }

    private static long sizeOf(Mail mail) {
        try {
            return Math.max(1, mail.getMessageSize());
        } catch (MessagingException e) {
            return 1;
        }
    }

    /** One way in which a mail's work ends. */
    private interface Step {
        Delivery on(Mail mail) throws MessagingException;
    }
}
