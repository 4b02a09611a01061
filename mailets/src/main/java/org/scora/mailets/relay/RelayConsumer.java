package org.scora.mailets.relay;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Takes mails from a queue and has them worked on, some at once. A mail leaves the queue only when its work is done; at
 * a stop, or a crash, it is still there.
 */
final class RelayConsumer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RelayConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What is done with one mail; it throws to have the mail stay in the queue. */
    interface Work {
        void on(Mail mail) throws MessagingException;
    }

    private final Work work;
    private final Duration patience;
    private final Scheduler intake = Schedulers.newSingle("relay-intake");
    private final Scheduler workers;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final CompletableFuture<Void> end;

    /**
     * Starts at once.
     *
     * @param atOnce how many mails are worked on at the same time
     * @param patience how long a stop waits for those that are being worked on
     */
    RelayConsumer(MailQueue queue, Work work, int atOnce, Duration patience) {
        this.work = work;
        this.patience = patience;
        this.workers = Schedulers.newBoundedElastic(atOnce, Integer.MAX_VALUE, "relay");
        // The queue waits for mail on the thread that asks it for more. Asked by a worker, it would keep that worker
        // and the mail in its hands for as long as no other mail comes: so only the intake asks.
        this.end = Flux.from(queue.deQueue())
                .subscribeOn(intake)
                .doOnError(e -> LOGGER.warn(
                        "the queue {} gives no mail", queue.getName().asString(), e))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE))
                .takeUntilOther(stop.asMono())
                .flatMap(item -> Mono.fromRunnable(() -> workOn(item)).subscribeOn(workers), atOnce)
                .then()
                .toFuture();
    }

    private void workOn(MailQueueItem item) {
        Mail mail = item.getMail();
        CompletionStatus status = CompletionStatus.RETRY;
        try {
            work.on(mail);
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
    }

    /** Takes no more mail, and waits for what is being worked on. */
    @Override
    public void close() {
        stop.tryEmitEmpty();
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
        workers.dispose();
    }
}
