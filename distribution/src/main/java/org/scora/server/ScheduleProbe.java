package org.scora.server;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.utils.GuiceProbe;
import org.scora.incident.Breaker;
import org.scora.incident.Telling;
import org.scora.incident.Undoing;
import org.scora.people.Codes;
import org.scora.people.Links;
import org.scora.people.Marks;
import org.scora.people.Sessions;
import org.scora.quarantine.Expiry;
import org.scora.quarantine.Releases;
import org.scora.quarantine.RequestDesk;
import org.scora.report.digest.Digests;
import org.scora.storage.Database;
import org.scora.storage.Schedule;
import org.scora.storage.Schedule.Work;

/** Starts what is done again and again, once the server takes mail. */
final class ScheduleProbe implements GuiceProbe {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final Duration HOURLY = Duration.ofHours(1);
    /** Until then whoever follows one is told that it expired. */
    private static final Duration EXPIRED_LINKS_KEPT = Duration.ofDays(60);

    private final Database database;
    private final Releases releases;
    private final RequestDesk requests;
    private final Expiry expiry;
    private final Links links;
    private final Sessions sessions;
    private final Marks marks;
    private final Codes codes;
    private final Breaker breaker;
    private final Telling incidents;
    private final Undoing undoing;
    private final Digests digests;
    private final Clock clock;

    @Inject
    ScheduleProbe(
            Database database,
            Releases releases,
            RequestDesk requests,
            Expiry expiry,
            Links links,
            Sessions sessions,
            Marks marks,
            Codes codes,
            Breaker breaker,
            Telling incidents,
            Undoing undoing,
            Digests digests,
            Clock clock) {
        this.database = database;
        this.releases = releases;
        this.requests = requests;
        this.expiry = expiry;
        this.links = links;
        this.sessions = sessions;
        this.marks = marks;
        this.codes = codes;
        this.breaker = breaker;
        this.incidents = incidents;
        this.undoing = undoing;
        this.digests = digests;
        this.clock = clock;
    }

    private void forgetLinks() {
        links.forget(clock.instant().minus(EXPIRED_LINKS_KEPT));
    }

    private void forgetVisitors() {
        sessions.forget();
        marks.forget();
        codes.forget();
    }

    Schedule start() {
        return database.schedule(List.of(
                new Work("resume-releases", SOON, releases::resume),
                new Work("tell-about-requests", SOON, requests::tellAll),
                new Work("send-digests", SOON, digests::run),
                new Work("expire-quarantine", HOURLY, expiry::run),
                new Work("forget-links", HOURLY, this::forgetLinks),
                new Work("forget-visitors", HOURLY, this::forgetVisitors),
                new Work("look-for-incidents", OFTEN, breaker::check),
                new Work("tell-about-incidents", SOON, incidents::tellAll),
                new Work("undo-incidents", Undoing.PAUSE, undoing::run)));
    }
}
