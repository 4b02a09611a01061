package org.scora.check.dnslist;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Asks many questions at a time, with threads that go when there is nothing to ask. */
final class Parallel {
    private static final int THREADS = 32;
    private static final int QUEUED_AT_MOST = 5_000;

    private final ThreadPoolExecutor pool;

    Parallel(String name) {
        pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUED_AT_MOST), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /** A question that may wait. */
    interface Question<T, R> {
        R ask(T about) throws InterruptedException;
    }

    /**
     * All answers in the questions' order. Interrupted, it gives the questions up.
     *
     * @throws RejectedExecutionException when too many wait already
     */
    <T, R> List<R> all(List<T> about, Question<T, R> question) throws InterruptedException {
        List<Future<R>> futures = new ArrayList<>();
        try {
            for (T each : about) {
                futures.add(pool.submit(() -> question.ask(each)));
            }
            List<R> answers = new ArrayList<>();
            for (Future<R> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    /** Does something without waiting for it; nothing when too many wait already. */
    void start(Callable<?> task) {
        try {
            pool.submit(task);
        } catch (RejectedExecutionException e) {
            // It is done when it is needed.
        }
    }
}
