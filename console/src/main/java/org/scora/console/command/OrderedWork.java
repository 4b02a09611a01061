package org.scora.console.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many things on all cores and hands the results over in the order of the things. Holds few at a time. */
final class OrderedWork {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int AHEAD = 16 * CORES;

    private OrderedWork() {}

    /** Runs on until the last result is handed over, on this thread; what the work throws ends it. */
    static <T, R> void run(Iterator<T> things, Function<T, R> work, Consumer<R> results) {
        ExecutorService workers = Executors.newFixedThreadPool(CORES, OrderedWork::daemon);
        try {
            Deque<Future<R>> ahead = new ArrayDeque<>();
            while (things.hasNext()) {
                T thing = things.next();
                ahead.add(workers.submit(() -> work.apply(thing)));
                if (ahead.size() == AHEAD) {
                    results.accept(result(ahead.remove()));
                }
            }
            while (!ahead.isEmpty()) {
                results.accept(result(ahead.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted.");
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "work");
        thread.setDaemon(true);
        return thread;
    }
}
