package org.scora.server;

import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.james.utils.GuiceProbe;
import org.scora.storage.Database;
import org.scora.storage.Schedule;
import org.scora.storage.Schedule.Work;

/** Starts what is done again and again, once the server takes mail. */
final class ScheduleProbe implements GuiceProbe {
    private final Database database;
    private final Set<Work> work;

    @Inject
    ScheduleProbe(Database database, Set<Work> work) {
        this.database = database;
        this.work = work;
    }

    Schedule start() {
        return database.schedule(List.copyOf(work));
    }
}
