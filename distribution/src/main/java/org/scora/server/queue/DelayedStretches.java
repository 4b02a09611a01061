package org.scora.server.queue;

import java.util.List;
import java.util.function.Consumer;
import org.apache.activemq.broker.scheduler.Job;
import org.apache.activemq.broker.scheduler.JobScheduler;

/**
 * Reads the scheduler's jobs with their messages in stretches of time, short where many are, so that they are never all in
 * memory.
 */
final class DelayedStretches {
    private static final long SHORTEST_MS = 1000;
    private static final long LONGEST_MS = 600_000;
    private static final int FEW = 50;
    /** No mail waits longer than James' queue can be told to; the relay's longest delay is days. */
    private static final long HORIZON_MS = 40L * 24 * 3600 * 1000;

    private final JobScheduler scheduler;

    DelayedStretches(JobScheduler scheduler) {
        this.scheduler = scheduler;
    }

    void forEach(Consumer<Job> reader) throws Exception {
        long now = System.currentTimeMillis();
        scheduler.getAllJobs(0, now).forEach(reader);
        long length = SHORTEST_MS;
        for (long from = now + 1; from < now + HORIZON_MS; ) {
            List<Job> jobs = scheduler.getAllJobs(from, from + length - 1);
            jobs.forEach(reader);
            from += length;
            length = jobs.size() > FEW ? Math.max(SHORTEST_MS, length / 8) : Math.min(LONGEST_MS, length * 2);
        }
    }
}
