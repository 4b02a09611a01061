package org.scora.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.scora.message.Json;

/**
 * Where a server that runs can be reached: written to {@code var/run/scora.json} once it takes mail, removed when it
 * stops.
 *
 * @param pid of the server's process
 */
public record RunningServer(long pid, int smtpPort, int adminPort, int consolePort) {
    // Linux tells a process's start in hundredths of a second since a boot time that is rounded to seconds.
    private static final int CLOCK_GRAIN_SECONDS = 2;

    private static Path file(Path varFolder) {
        return varFolder.resolve("run").resolve("scora.json");
    }

    /** The server that runs on this var folder; empty when there is none, or when it died without a goodbye. */
    public static Optional<RunningServer> find(Path varFolder) {
        try {
            RunningServer server = Json.read(Files.readString(file(varFolder)), RunningServer.class);
            Instant announcedAt = Files.getLastModifiedTime(file(varFolder)).toInstant();
            return ProcessHandle.of(server.pid())
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedBefore(announcedAt, process))
                    .map(alive -> server);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A process that began after the announcement is another one that got the same pid.
    private static boolean startedBefore(Instant announcedAt, ProcessHandle process) {
        Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        return !startedAt.isAfter(announcedAt.plusSeconds(CLOCK_GRAIN_SECONDS));
    }

    /** Announces this server. */
    public void announce(Path varFolder) {
        Path file = file(varFolder);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.writeString(file.resolveSibling("scora.json.new"), Json.write(this));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the announcement back. */
    public static void forget(Path varFolder) {
        try {
            Files.deleteIfExists(file(varFolder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
