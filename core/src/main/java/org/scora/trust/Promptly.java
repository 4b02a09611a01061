package org.scora.trust;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
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
    private final ThreadPoolExecutor threads;

    /**
     * @param what is done, for the log
     * @param atOnce how many questions are worked on at the same time; further ones are not
     * @param limit how long one may take
     */
    public Promptly(String what, int atOnce, Duration limit) {
        this.what = what;
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(0, atOnce, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, what);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The answer; empty when there is too much to do, when it takes too long, and when the question fails. */
    public <T> Optional<T> ask(Callable<T> question) {
        Future<T> answer;
        try {
            answer = threads.submit(question);
        } catch (RejectedExecutionException e) {
            LOGGER.info("{}: left out, since there is too much to do", what);
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // It ends by its own limits, and keeps its place until then: what is worked on stays bounded.
            answer.cancel(false);
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
