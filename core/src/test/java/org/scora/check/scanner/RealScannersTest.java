package org.scora.check.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.LoopbackPorts;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.report.ExampleReport;
import org.scora.setting.ServerAddress;

/** The bridges against the real servers, where Debian's packages of them are installed. */
class RealScannersTest {
    private static final String USER = System.getProperty("user.name");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (Process process : processes) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void clamdFindsWhatItsSignaturesName() throws Exception {
        int port = startClamd();
        ClamAv overTcp = new ClamAv(exchange(port));
        assertThat(overTcp.scan(Dialogue.message("letter.eml"))).isEqualTo(new ScanResult.Clean());
        assertThat(overTcp.scan(Dialogue.message("virus.eml"))).isEqualTo(infected());
        ClamAv overUnix = new ClamAv(new Exchange(new ServerAddress("unix:" + clamdSocket()), TIMEOUT));
        assertThat(overUnix.scan(Dialogue.message("virus.eml"))).isEqualTo(infected());
    }

    @Test
    void anIcapServerFindsWhatTheScannerBehindItFinds() throws Exception {
        Path modules = Path.of("/usr/lib/x86_64-linux-gnu/c_icap");
        installed("/usr/bin/c-icap");
        installed(modules.resolve("virus_scan.so").toString());
        startClamd();
        int port = LoopbackPorts.free();
        Path conf = write("c-icap.conf", """
                PidFile %1$s/icap.pid
                CommandsSocket %1$s/icap.ctl
                Port 127.0.0.1:%2$d
                StartServers 1
                TmpDir %1$s
                ModulesDir %3$s
                ServicesDir %3$s
                TemplateDir /usr/share/c_icap/templates/
                LoadMagicFile /etc/c-icap/c-icap.magic
                ServerLog %1$s/icap.log
                AccessLog %1$s/icap.access
                Service avscan virus_scan.so
                virus_scan.ScanFileTypes TEXT DATA EXECUTABLE ARCHIVE STREAM DOCUMENT
                virus_scan.DefaultEngine clamd
                Module common clamd_mod.so
                clamd_mod.ClamdSocket %4$s
                """.formatted(folder, port, modules, clamdSocket()));
        start(port, "/usr/bin/c-icap", "-N", "-D", "-f", conf.toString());
        Icap icap = new Icap(exchange(port), "avscan", "127.0.0.1:" + port);
        assertThat(icap.scan(Dialogue.message("letter.eml"))).isEqualTo(new ScanResult.Clean());
        assertThat(icap.scan(Dialogue.message("virus.eml"))).isEqualTo(infected());
    }

    @Test
    void spamdKnowsTheStringForTryingFilters() throws Exception {
        installed("/usr/sbin/spamd");
        int port = LoopbackPorts.free();
        start(port, "/usr/sbin/spamd", "-i", "127.0.0.1", "-p", "" + port, "-L", "-x", "-m", "1", "--nouser-config");
        Spamd spamd = new Spamd(exchange(port));
        assertThat(points(spamd.scan(Dialogue.message("letter.eml")))).isLessThan(1);
        assertThat(points(spamd.scan(report()))).isLessThan(2);
        assertThat(spamd.scan(Dialogue.message("gtube.eml")))
                .isInstanceOfSatisfying(
                        ScanResult.Opinion.class,
                        opinion -> assertThat(opinion.evidence()).contains("GTUBE"));
    }

    @Test
    void rspamdKnowsTheStringForTryingFilters() throws Exception {
        installed("/usr/bin/rspamd");
        int port = LoopbackPorts.free();
        Path conf = write("rspamd.conf", """
                .include "$CONFDIR/common.conf"
                options {
                  .include "$CONFDIR/options.inc"
                  dns { nameserver = ["127.0.0.1"]; timeout = 0.1s; retransmits = 1; }
                  pidfile = "%1$s/rspamd.pid";
                }
                logging { type = "file"; filename = "%1$s/rspamd.log"; }
                worker "normal" { bind_socket = "127.0.0.1:%2$d"; count = 1; }
                """.formatted(folder, port));
        start(
                port,
                "/usr/bin/rspamd",
                "-f",
                "-i",
                "-u",
                USER,
                "-g",
                USER,
                "--var",
                "DBDIR=" + folder,
                "--var",
                "RUNDIR=" + folder,
                "-c",
                conf.toString());
        Rspamd rspamd = new Rspamd(exchange(port));
        assertThat(rspamd.scan(Dialogue.message("letter.eml"))).isInstanceOf(ScanResult.Opinion.class);
        assertThat(points(rspamd.scan(report()))).isLessThan(3);
        assertThat(rspamd.scan(Dialogue.message("gtube.eml")))
                .isInstanceOfSatisfying(
                        ScanResult.Opinion.class,
                        opinion -> assertThat(opinion.evidence()).contains("GTUBE"));
    }

    private int startClamd() throws Exception {
        installed("/usr/sbin/clamd");
        int port = LoopbackPorts.free();
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        String hex = HexFormat.of().formatHex("SCORA-TEST-VIRUS".getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("test.ndb"), "Scora.Test:0:*:" + hex + "\n");
        Path conf = write("clamd.conf", """
                DatabaseDirectory %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                LocalSocket %s
                Foreground yes
                User %s
                """.formatted(signatures, port, clamdSocket(), USER));
        start(port, "/usr/sbin/clamd", "-c", conf.toString());
        return port;
    }

    private Path clamdSocket() {
        return folder.resolve("clamd.sock");
    }

    private static ScanResult infected() {
        return new ScanResult.Infected("Scora.Test.UNOFFICIAL");
    }

    private static double points(ScanResult result) {
        return ((ScanResult.Opinion) result).points();
    }

    // What the gateway writes itself, with held spam in it, must not be taken for spam by those who get it.
    private static IncomingMessage report() throws IOException {
        return IncomingMessage.read(
                new ByteArrayInputStream(ExampleReport.source()),
                new Envelope(
                        Optional.of(InetAddress.getByName("192.0.2.10")),
                        Optional.of("mx1.gateway.example"),
                        Optional.empty(),
                        List.of("admin@example.com")));
    }

    private static void installed(String file) {
        assumeTrue(Files.exists(Path.of(file)), file + " is not installed, so it was not tried");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Starts a server and waits until it listens, or fails when it ends. */
    private void start(int port, String... command) throws Exception {
        File log = folder.resolve(Path.of(command[0]).getFileName() + ".out").toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        processes.add(process);
        for (int tries = 0; tries < 600 && !listens(port); tries++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(command[0] + " ended: " + Files.readString(log.toPath()));
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Exchange exchange(int port) {
        return new Exchange(new ServerAddress("127.0.0.1:" + port), TIMEOUT);
    }
}
