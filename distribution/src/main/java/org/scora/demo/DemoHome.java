package org.scora.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A home of its own for the demonstration's gateway, in the folder for temporary files: the distribution's
 * configuration, an empty var folder, and a way to the distribution's libraries. Deleted at the end.
 */
public final class DemoHome {
    /** The gateway's name in the demonstration. */
    public static final String HOSTNAME = "mx.scora.example";

    private final Path folder;

    private DemoHome(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a home.
     *
     * @param distribution the unpacked archive
     * @param zoneFile what the gateway is told when it asks the DNS
     */
    public static DemoHome create(Path distribution, int smtpPort, int consolePort, int adminPort, Path zoneFile) {
        try {
            DemoHome home = new DemoHome(Files.createTempDirectory("scora-demo-"));
            copy(distribution.resolve("conf"), home.folder.resolve("conf"));
            copy(distribution.resolve("bin"), home.folder.resolve("bin"));
            Files.createSymbolicLink(home.folder.resolve("lib"), distribution.resolve("lib"));
            Files.createDirectories(home.var());
            Files.write(
                    home.folder.resolve("conf/scora.properties"),
                    List.of(
                            "# Written by the demonstration",
                            "hostname = " + HOSTNAME,
                            "smtp.address = 127.0.0.1",
                            "smtp.port = " + smtpPort,
                            "admin.port = " + adminPort,
                            "console.port = " + consolePort,
                            "dns.zone-file = " + zoneFile));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("a home for the demonstration could not be made", e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Path var() {
        return folder.resolve("var");
    }

    /** Deletes the folder with all that is in it; what the distribution's libraries are linked to stays. */
    public void delete() {
        deleteTree(folder);
    }

    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be deleted", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
