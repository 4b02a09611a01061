package org.scora.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Running other programs. */
final class Commands {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"));

    private Commands() {}

    /** Where Debian's packages and people put programs, whatever the PATH is. */
    static Optional<Path> find(String program) {
        return PLACES.stream()
                .map(place -> place.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a program to its end and returns what it wrote. Throws IOException with it when it failed. */
    static String run(String input, String... command) throws IOException, InterruptedException {
        return run(input, 0, command);
    }

    /** @param exitAtMost the greatest exit code that is no failure */
    static String run(String input, int exitAtMost, String... command) throws IOException, InterruptedException {
        Path in = Files.createTempFile("bench", ".in");
        Path out = Files.createTempFile("bench", ".out");
        try {
            Files.writeString(in, input);
            int exit = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            String written = Files.readString(out, StandardCharsets.ISO_8859_1);
            if (exit > exitAtMost) {
                throw new IOException(String.join(" ", command) + " ended with " + exit + ": " + written);
            }
            return written;
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    /** What a Debian package's version is, or else that it is unknown. */
    static String packageVersion(String name) {
        try {
            return run("", "dpkg-query", "-W", "-f", "${Version}", name);
        } catch (IOException e) {
            return "of unknown version";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void copy(Path from, Path to) throws IOException, InterruptedException {
        run("", "cp", "-rL", from.toString(), to.toString());
    }

    /** Daemons that are started by root give up its rights: they must still reach their files. */
    static void openToAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String rights = Files.isDirectory(file) ? "rwxrwxrwx" : "rw-rw-rw-";
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean asRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
