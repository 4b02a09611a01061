package org.scora.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.scora.setting.SettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What counts on this site, now: the file is read again when it has changed. What is wrong in it stops the start; later it
 * is told in the log, and what counted before goes on to count. Thread-safe.
 */
public final class LiveSiteFindings implements Supplier<SiteFindings> {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveSiteFindings.class);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Path file;
    private final Clock clock;
    private volatile State state;

    private LiveSiteFindings(Path file, Clock clock, State state) {
        this.file = file;
        this.clock = clock;
        this.state = state;
    }

    /** @throws SettingException when the file is wrong */
    public static LiveSiteFindings open(Path file, Clock clock) {
        Stamp stamp = Stamp.of(file);
        return new LiveSiteFindings(file, clock, new State(SiteFindings.read(file), stamp, clock.instant()));
    }

    private record State(SiteFindings findings, Stamp stamp, Instant lookedAt) {}

    /** How a change is noticed. */
    private record Stamp(FileTime time, long size) {
        static Stamp of(Path file) {
            try {
                return Files.exists(file)
                        ? new Stamp(Files.getLastModifiedTime(file), Files.size(file))
                        : new Stamp(FileTime.fromMillis(0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public SiteFindings get() {
        if (clock.instant().isAfter(state.lookedAt().plus(LOOK_AGAIN_AFTER))) {
            lookAgain();
        }
        return state.findings();
    }

    private synchronized void lookAgain() {
        State old = state;
        Instant now = clock.instant();
        state = new State(old.findings(), old.stamp(), now);
        try {
            Stamp stamp = Stamp.of(file);
            if (!stamp.equals(old.stamp())) {
                state = new State(old.findings(), stamp, now);
                state = new State(SiteFindings.read(file), stamp, now);
                LOGGER.info("{} has changed and counts from now on", file);
            }
        } catch (SettingException e) {
            LOGGER.warn("{} Until then, what it said before counts.", e.getMessage());
        } catch (UncheckedIOException e) {
            LOGGER.warn("{} can not be read; what it said before counts", file, e);
        }
    }
}
