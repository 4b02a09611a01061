package org.scora.checkup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does several things at the same time, each of which ends by itself. */
final class AtOnce {
    private static final int MOST_THREADS = 20;

    private AtOnce() {}

    /** The results in the order of what they are of. */
    static <T, R> List<R> map(List<T> things, Function<T, R> work) {
        if (things.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(MOST_THREADS, things.size()), task -> {
            Thread thread = new Thread(task, "check-up");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> done = threads.invokeAll(things.stream()
                    .map(thing -> (Callable<R>) () -> work.apply(thing))
                    .toList());
            return done.stream().map(AtOnce::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R result(Future<R> done) {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
