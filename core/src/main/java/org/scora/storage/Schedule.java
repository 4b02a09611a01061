package org.scora.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Work that is done again and again, on one node at a time: the plan is in the database. Work that a node did not end,
 * since it was killed, is begun again by any node. What throws is tried again at its next time.
 */
public final class Schedule implements AutoCloseable {
    private static final int THREADS = 2;
    private static final Duration POLLING = Duration.ofSeconds(10);
    // Three missed heartbeats: then a node is taken for dead.
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    private Schedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * A piece of work; it may be stopped anywhere, and goes on when it is run again.
     *
     * @param name the same on all nodes
     * @param pause between the end of one run and the beginning of the next
     */
    public record Work(String name, Duration pause, Runnable work) {
        private RecurringTask<Void> task() {
            return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run());
        }
    }

    static Schedule start(DataSource database, List<Work> all) {
        Scheduler scheduler = Scheduler.create(database)
                .startTasks(all.stream().map(Work::task).toList())
                .threads(THREADS)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(PATIENCE_AT_STOP)
                .build();
        scheduler.start();
        return new Schedule(scheduler);
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
