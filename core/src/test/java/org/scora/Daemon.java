package org.scora;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real server from one of Debian's packages, for as long as a test lasts. */
public record Daemon(Process process) implements AutoCloseable {
    private static final int TRIES = 300;
    private static final int MILLIS_BETWEEN = 100;

    /** Skips the test, and says so, where a program is not installed. */
    public static void assumeInstalled(String program) {
        assumeTrue(Files.exists(Path.of(program)), program + " is not installed, so it was not tried");
    }

    /** Starts it, and returns when it listens on a port of loopback; fails when it ends before. */
    public static Daemon start(Path folder, int port, String... command) throws Exception {
        File log = folder.resolve(Path.of(command[0]).getFileName() + ".out").toFile();
        Daemon daemon = new Daemon(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start());
        for (int tries = 0; tries < TRIES && !listens(port); tries++) {
            if (daemon.process().waitFor(MILLIS_BETWEEN, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(command[0] + " ended: " + Files.readString(log.toPath()));
            }
        }
        return daemon;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
