package org.scora.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.scora.people.RunningServer;

/** A gateway as a process of its own, started by {@code bin/scora start} as an operator would. */
public final class GatewayProcess implements AutoCloseable {
    private static final Duration START_AT_MOST = Duration.ofSeconds(90);
    private static final long STOP_AT_MOST_SECONDS = 30;
    private static final int TAIL_LINES = 40;

    private final Process process;
    private final Path var;
    private final Path log;

    private GatewayProcess(Process process, Path var, Path log) {
        this.process = process;
        this.var = var;
        this.log = log;
    }

    /** Starts the gateway of a home; its log goes to {@code gateway.log} there. */
    public static GatewayProcess start(Path home) {
        Path log = home.resolve("gateway.log");
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/scora").toString(), "start")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return new GatewayProcess(builder.start(), home.resolve("var"), log);
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway could not be started", e);
        }
    }

    /** Returns once the gateway takes mail; throws DemoException with the end of its log when it does not. */
    public RunningServer awaitReady() {
        boolean decided = Patience.until(START_AT_MOST, () -> !process.isAlive() || greets());
        if (!decided || !process.isAlive()) {
            throw new DemoException("The gateway did not start. Its log ends so:\n\n" + logTail());
        }
        return RunningServer.find(var).orElseThrow();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** The last lines of the log. */
    public String logTail() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + log + " can not be read: " + e.getMessage() + ")";
        }
    }

    /** Returns when the gateway has ended by itself. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the gateway as an operator would, and at once if it does not end in half a minute. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_AT_MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean greets() {
        return RunningServer.find(var)
                .map(server -> {
                    try (SmtpClient client =
                            SmtpClient.connect(server.smtpPort(), "mail.senders.example", Duration.ofSeconds(5))) {
                        return true;
                    } catch (IOException e) {
                        return false;
                    }
                })
                .orElse(false);
    }
}
