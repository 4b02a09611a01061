package org.scora.server.queue;

import java.util.List;
import java.util.function.Consumer;
import org.apache.activemq.broker.scheduler.Job;
import org.apache.activemq.broker.scheduler.JobScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the scheduler's jobs with their messages in stretches of time, short where many are, so that they are never all in
 * memory.
 */
final class DelayedStretches {
    private static final Logger LOGGER = LoggerFactory.getLogger(DelayedStretches.class);
    private static final int UNREADABLE = -1;
    private static final long SHORTEST_MS = 1000;
    private static final long LONGEST_MS = 600_000;
    private static final int FEW = 50;
    /** No mail waits longer than James' queue can be told to; the relay's longest delay is days. */
    private static final long HORIZON_MS = 40L * 24 * 3600 * 1000;

    private final JobScheduler scheduler;

    DelayedStretches(JobScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Never throws: the broker's index can now and then not be walked where jobs have just been removed. What is not read
     * is delivered in its time all the same.
     */
    void forEach(Consumer<Job> reader) {
        long now = System.currentTimeMillis();
        read(0, now, reader);
        long length = SHORTEST_MS;
        for (long from = now + 1; from < now + HORIZON_MS; ) {
            int jobs = read(from, from + length - 1, reader);
            if (jobs == UNREADABLE && length > SHORTEST_MS) {
                length = SHORTEST_MS;
            } else {
                from += length;
                length = jobs > FEW ? Math.max(SHORTEST_MS, length / 8) : Math.min(LONGEST_MS, length * 2);
            }
        }
    }

    private int read(long from, long to, Consumer<Job> reader) {
        try {
            List<Job> jobs = scheduler.getAllJobs(from, to);
            jobs.forEach(reader);
            return jobs.size();
        } catch (Exception e) {
            LOGGER.warn("some delayed mail is not shown until it is due: {}", e.toString());
            return UNREADABLE;
        }
    }
}
