package org.scora.trust;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions while a client waits: only so many at the same time, none for longer than a limit. Who gets no answer
 * goes on without one. Thread-safe.
 */
public final class Promptly implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Promptly.class);

    private final String what;
    private final Duration limit;
    private final Semaphore places;
    private final ExecutorService threads;

    /**
     * @param what is done, for the log
     * @param atOnce how many questions are worked on at the same time; further ones are not
     * @param limit how long one may take
     */
    public Promptly(String what, int atOnce, Duration limit) {
        this.what = what;
        this.limit = limit;
        this.places = new Semaphore(atOnce);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, what);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The answer; empty when there is too much to do, when it takes too long, and when the question fails. */
    public <T> Optional<T> ask(Callable<T> question) {
        if (!places.tryAcquire()) {
            LOGGER.info("{}: left out, since there is too much to do", what);
            return Optional.empty();
        }
        Future<T> answer = threads.submit(() -> {
            try {
                return question.call();
            } finally {
                // Here, not when the thread is idle again, which is a moment after its answer.
                places.release();
            }
        });
        try {
            return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // It ends by its own limits, and keeps its place until then: what is worked on stays bounded.
            LOGGER.info("{}: left out, since it took longer than {} ms", what, limit.toMillis());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOGGER.warn("{}: left out, since it failed", what, e.getCause());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
