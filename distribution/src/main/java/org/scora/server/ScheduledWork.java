package org.scora.server;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import java.time.Clock;
import java.time.Duration;
import org.scora.incident.Breaker;
import org.scora.incident.Telling;
import org.scora.incident.Undoing;
import org.scora.journal.Retention;
import org.scora.journal.Upkeep;
import org.scora.people.Codes;
import org.scora.people.Links;
import org.scora.people.Marks;
import org.scora.people.Sessions;
import org.scora.quarantine.Expiry;
import org.scora.quarantine.Releases;
import org.scora.quarantine.RequestDesk;
import org.scora.report.digest.Digests;
import org.scora.storage.Schedule.Work;

/** All that is done again and again, by one node at a time. */
final class ScheduledWork extends AbstractModule {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final Duration HOURLY = Duration.ofHours(1);
    /** Until then whoever follows one is told that it expired. */
    private static final Duration EXPIRED_LINKS_KEPT = Duration.ofDays(60);

    @ProvidesIntoSet
    Work resumeReleases(Releases releases) {
        return new Work("resume-releases", SOON, releases::resume);
    }

    @ProvidesIntoSet
    Work tellAboutRequests(RequestDesk requests) {
        return new Work("tell-about-requests", SOON, requests::tellAll);
    }

    @ProvidesIntoSet
    Work sendDigests(Digests digests) {
        return new Work("send-digests", SOON, digests::run);
    }

    @ProvidesIntoSet
    Work lookForIncidents(Breaker breaker) {
        return new Work("look-for-incidents", OFTEN, breaker::check);
    }

    @ProvidesIntoSet
    Work tellAboutIncidents(Telling incidents) {
        return new Work("tell-about-incidents", SOON, incidents::tellAll);
    }

    @ProvidesIntoSet
    Work undoIncidents(Undoing undoing) {
        return new Work("undo-incidents", Undoing.PAUSE, undoing::run);
    }

    @ProvidesIntoSet
    Work expireQuarantine(Expiry expiry) {
        return new Work("expire-quarantine", HOURLY, expiry::run);
    }

    @ProvidesIntoSet
    Work sumTheJournalUp(Upkeep upkeep) {
        return new Work("sum-the-journal-up", OFTEN, upkeep::sumUp);
    }

    @ProvidesIntoSet
    Work clearTheJournal(Upkeep upkeep, Retention retention, Clock clock) {
        return new Work("clear-the-journal", HOURLY, () -> retention.apply(upkeep, clock.instant()));
    }

    @ProvidesIntoSet
    Work forgetLinks(Links links, Clock clock) {
        return new Work(
                "forget-links", HOURLY, () -> links.forget(clock.instant().minus(EXPIRED_LINKS_KEPT)));
    }

    @ProvidesIntoSet
    Work forgetVisitors(Sessions sessions, Marks marks, Codes codes) {
        return new Work("forget-visitors", HOURLY, () -> {
            sessions.forget();
            marks.forget();
            codes.forget();
        });
    }
}
