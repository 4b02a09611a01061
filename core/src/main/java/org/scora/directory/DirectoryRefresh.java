package org.scora.directory;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the directories as often as they say. One that fails leaves its lists as they are, and is tried again. */
public final class DirectoryRefresh implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DirectoryRefresh.class);
    private static final Duration AFTER_START = Duration.ofSeconds(10);

    private final Directories directories;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "directory-refresh");
        thread.setDaemon(true);
        return thread;
    });

    private DirectoryRefresh(Directories directories) {
        this.directories = directories;
    }

    /** Begins a moment after the server has started. */
    public static DirectoryRefresh start(Directories directories) {
        DirectoryRefresh refresh = new DirectoryRefresh(directories);
        directories
                .all()
                .forEach(directory -> directory
                        .refresh()
                        .ifPresent(period -> refresh.timer.scheduleWithFixedDelay(
                                () -> refresh.run(directory),
                                AFTER_START.toMillis(),
                                period.toMillis(),
                                TimeUnit.MILLISECONDS)));
        return refresh;
    }

    /** Without a timer, for tests. */
    static DirectoryRefresh byHand(Directories directories) {
        return new DirectoryRefresh(directories);
    }

    void run(Directory directory) {
        try {
            troubles.remove(directory.name());
            directories
                    .refresh(directory, "directory " + directory.name())
                    .forEach(difference -> note(directory, difference));
        } catch (DirectoryException e) {
            trouble(directory, e.getMessage() + ". " + e.remedy());
            LOGGER.warn("directory {}: {}", directory.name(), e.getMessage());
        } catch (RuntimeException e) {
            trouble(directory, "the list could not be changed");
            LOGGER.warn("directory {}: the list could not be changed", directory.name(), e);
        }
    }

    private void note(Directory directory, DirectoryDifference found) {
        boolean differs = found.difference().added() + found.difference().removed() > 0;
        if (found.difference().applied()) {
            LOGGER.info(
                    "directory {}: {} mailboxes of {} added, {} removed",
                    directory.name(),
                    found.difference().added(),
                    found.domain(),
                    found.difference().removed());
        } else if (differs) {
            trouble(
                    directory,
                    "it would remove more than half of the mailboxes of " + found.domain() + ", so nothing was changed."
                            + " If it is right: scora domain mailboxes import " + found.domain() + " --ldap "
                            + directory.name() + " --replace --force");
            LOGGER.warn(
                    "directory {}: it would remove {} of {} mailboxes of {}, so nothing was changed",
                    directory.name(),
                    found.difference().removed(),
                    found.difference().before(),
                    found.domain());
        }
    }

    private void trouble(Directory directory, String sentence) {
        troubles.put(directory.name(), sentence);
    }

    /** What went wrong the last time, by the directories' names; empty when nothing did. */
    public Map<String, String> troubles() {
        return new TreeMap<>(troubles);
    }

    /** What went wrong with one directory the last time. */
    Optional<String> trouble(String name) {
        return Optional.ofNullable(troubles.get(name));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
