package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.scora.LoopbackPorts;
import org.scora.console.command.AdminClient;
import org.scora.console.command.ScoraCommand;
import org.scora.demo.DemoHome;
import org.scora.demo.GatewayProcess;
import org.scora.demo.Sink;
import org.scora.demo.SmtpClient;
import org.scora.journal.JournalLine;
import org.scora.people.RunningServer;

/** A gateway from the archive that was built, in a process of its own, with a sink as the customer's own server. */
final class TestGateway implements AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final DemoHome home;
    private final Sink sink;
    private GatewayProcess process;
    private RunningServer server;

    private TestGateway(DemoHome home, Sink sink) {
        this.home = home;
        this.sink = sink;
    }

    /** Unpacks the archive and makes a home, on which nothing runs yet. */
    static TestGateway prepare(Path folder, String zone) throws Exception {
        Path zoneFile = Files.writeString(folder.resolve("test.zone"), zone);
        DemoHome home = DemoHome.create(
                distribution(), LoopbackPorts.free(), LoopbackPorts.free(), LoopbackPorts.free(), zoneFile);
        return new TestGateway(home, Sink.start(folder.resolve("sink"), 0));
    }

    private static synchronized Path distribution() throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        Path archive = archive(target);
        // By the archive's time, so that a new build is never tested by what an older one left.
        Path unpacked =
                target.resolve("e2e-" + Files.getLastModifiedTime(archive).toMillis());
        if (!Files.exists(unpacked.resolve("bin/scora"))) {
            Files.createDirectories(unpacked);
            Process tar = new ProcessBuilder(
                            "tar", "-xzf", archive.toString(), "--strip-components=1", "-C", unpacked.toString())
                    .inheritIO()
                    .start();
            assertThat(tar.waitFor()).isZero();
        }
        return unpacked;
    }

    private static Path archive(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no archive in " + target + "; run mvn package"));
        }
    }

    /** Replaces text in a file of the configuration; the text has to be there. */
    TestGateway withConf(String file, String text, String replacement) throws IOException {
        Path conf = home.folder().resolve("conf").resolve(file);
        String before = Files.readString(conf);
        assertThat(before).contains(text);
        Files.writeString(conf, before.replace(text, replacement));
        return this;
    }

    TestGateway withProperty(String key, String value) throws IOException {
        Path conf = home.folder().resolve("conf").resolve("scora.properties");
        Files.writeString(conf, Files.readString(conf) + key + " = " + value + "\n");
        return this;
    }

    /** Puts a class of the tests on the gateway's class path. */
    TestGateway withClass(Class<?> type) throws IOException {
        Path lib = home.folder().resolve("lib");
        Path shipped = Files.readSymbolicLink(lib);
        Files.delete(lib);
        Files.createDirectory(lib);
        try (Stream<Path> jars = Files.list(shipped)) {
            for (Path jar : jars.toList()) {
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
            }
        }
        String entry = type.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(lib.resolve("of-the-test.jar")));
                InputStream code = type.getResourceAsStream("/" + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            code.transferTo(jar);
        }
        return this;
    }

    TestGateway start() {
        launch();
        server = process.awaitReady();
        return this;
    }

    /** Starts it without waiting until it takes mail. */
    TestGateway launch() {
        process = GatewayProcess.start(home.folder());
        return this;
    }

    /** Waits until the process has ended by itself. */
    void awaitEnd() throws Exception {
        ProcessHandle.of(process.pid())
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .get(90, TimeUnit.SECONDS);
    }

    /** kill -9, without a goodbye. */
    void kill() throws Exception {
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().get(30, TimeUnit.SECONDS);
    }

    /** SIGTERM, and waits for the end. */
    void stop() {
        process.close();
    }

    Sink sink() {
        return sink;
    }

    RunningServer server() {
        return server;
    }

    Path home() {
        return home.folder();
    }

    String log() throws IOException {
        return Files.readString(process.log(), StandardCharsets.ISO_8859_1);
    }

    String sinkRoute() {
        return "127.0.0.1:" + sink.port();
    }

    SmtpClient client() throws IOException {
        return SmtpClient.connect(server.smtpPort(), "mail.senders.example", ANSWER_TIMEOUT);
    }

    /** Gives a command and returns what it prints; it has to succeed. */
    String scora(String... arguments) {
        StringWriter printed = new StringWriter();
        int exitCode = execute(printed, arguments);
        assertThat(exitCode)
                .as("scora %s: %s", String.join(" ", arguments), printed)
                .isZero();
        return printed.toString();
    }

    /** Gives a command that has to fail and returns what it prints. */
    String refused(String... arguments) {
        StringWriter printed = new StringWriter();
        assertThat(execute(printed, arguments)).isNotZero();
        return printed.toString();
    }

    private int execute(StringWriter printed, String... arguments) {
        return ScoraCommand.create(home.folder(), unused -> List.of())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(arguments);
    }

    /** What the journal says of the newest message to a recipient. */
    Optional<JournalLine> journal(String recipient) {
        String path = String.format(
                "/scora/journal?domain=%s&from=%s&until=%s&limit=1000",
                recipient.substring(recipient.indexOf('@') + 1),
                Instant.now().minus(Duration.ofHours(1)),
                Instant.now().plusSeconds(60));
        return Stream.of(new AdminClient(home.var()).get(path).as(JournalLine[].class))
                .filter(line -> line.recipient().equals(recipient))
                .findFirst();
    }

    /** Where the newest message to a recipient is, and the detail; empty when the journal does not know any. */
    String outcome(String recipient) {
        return journal(recipient)
                .map(line -> line.outcome().name() + " " + line.detail())
                .orElse("");
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        sink.close();
        home.delete();
    }
}
