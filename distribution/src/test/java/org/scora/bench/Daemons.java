package org.scora.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.scora.bench.MailList.Mail;

/** The processes of one filter, and the measuring of what they do. */
final class Daemons implements AutoCloseable {
    private static final Duration START_AT_MOST = Duration.ofMinutes(2);
    private static final double QUIET = 20;

    private final List<Process> processes = new ArrayList<>();

    Daemons() {
        // Whatever ends the benchmark ends them.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Asks a filter for a message's score. */
    interface Question {
        double score(Path file) throws Exception;
    }

    /** Something that fails until a filter is ready. */
    interface Attempt {
        void run() throws Exception;
    }

    Process add(ProcessBuilder command) throws IOException {
        Process process = command.start();
        processes.add(process);
        return process;
    }

    void awaitReady(Attempt attempt) throws Exception {
        long end = System.nanoTime() + START_AT_MOST.toNanos();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** Waits until what was begun at the start, such as compiling patterns, is done. */
    void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + START_AT_MOST.toNanos();
        double before = Double.NEGATIVE_INFINITY;
        double now = cpuMillis();
        while (now - before > QUIET && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(2);
            before = now;
            now = cpuMillis();
        }
    }

    double cpuMillis() {
        return Processes.of(processes).cpuMillis();
    }

    /** @param warmUp how many messages are asked for before it counts */
    Scan scan(MailList list, int warmUp, Question question) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            question.score(list.mails().get(i % list.mails().size()).file());
        }
        Processes measured = Processes.of(processes);
        List<Double> scores = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        double start = measured.cpuMillis();
        double before = measured.cpuMillisOfThreads();
        for (Mail mail : list.mails()) {
            scores.add(question.score(mail.file()));
            double now = measured.cpuMillisOfThreads();
            millis.add(Math.max(0, now - before));
            before = now;
        }
        double mean = (measured.cpuMillis() - start) / list.mails().size();
        return new Scan(scores, millis, mean, Optional.of(measured.megabytes()));
    }

    @Override
    public void close() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
        processes.forEach(process -> process.onExit().join());
    }
}
