package org.scora.demo;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows a gateway at work, on this machine alone. */
@Command(
        name = "demo",
        description = {
            "Run a gateway of its own on loopback, send mail through it, and show what becomes of each message.",
            "Nothing leaves this machine, and nothing of the gateway is left behind."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration REPORT_AT_MOST = Duration.ofSeconds(30);

    private final Path distribution;
    private final PrintStream out = System.out;

    @Option(names = "--once", description = "End by itself; exit code 0 only if every message ended where it must.")
    private boolean once;

    @Option(
            names = "--mail",
            paramLabel = "DIR",
            description = "Send every message of a folder (mail files and mbox files) instead of the shipped ones.")
    private Optional<Path> mail = Optional.empty();

    @Option(
            names = "--smtp-port",
            paramLabel = "PORT",
            defaultValue = "2525",
            description = "Where the gateway takes mail (default: ${DEFAULT-VALUE}).")
    private int smtpPort;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where the console listens (default: ${DEFAULT-VALUE}).")
    private int consolePort;

    /** @param distribution the unpacked archive, with its folders bin, conf, lib and demo */
    public DemoCommand(Path distribution) {
        this.distribution = distribution;
    }

    @Override
    public Integer call() throws Exception {
        try {
            return demonstrate() ? 0 : 1;
        } catch (DemoException e) {
            System.err.println("scora demo: " + e.getMessage());
            return 1;
        }
    }

    private boolean demonstrate() throws InterruptedException {
        mail.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new DemoException("There is no folder " + folder + ".");
        });
        out.println("Starting a gateway on this machine ...");
        try (Stage stage = Stage.set(distribution, smtpPort, consolePort, out)) {
            stage.awaitReady();
            boolean good = mail.isPresent() ? sendFolder(stage, mail.get()) : sendFixtures(stage);
            out.println();
            out.println(good ? "Every message ended where it must." : "NOT every message ended where it must.");
            if (!once) {
                lookAround(stage);
            }
            return good;
        }
    }

    private boolean sendFolder(Stage stage, Path folder) {
        FolderRun run = new FolderRun(stage, folder, smtpPort, out);
        run.enterCustomer();
        return run.run();
    }

    private boolean sendFixtures(Stage stage) {
        FixtureRun run = new FixtureRun(stage, distribution.resolve("demo"), smtpPort, out);
        run.enterCustomer();
        boolean good = run.run();
        out.println("The administrator of example.com gets a report:");
        boolean reported = showReport(stage);
        return good && reported;
    }

    private boolean showReport(Stage stage) {
        String administrator = "postmaster@example.com";
        stage.operator().command("report", "send", "example.com");
        if (!Patience.until(REPORT_AT_MOST, () -> stage.sink().countFor(administrator) > 0)) {
            out.println("NOT AS EXPECTED: the report did not arrive at the sink.");
            return false;
        }
        // What is to outlive the demonstration can not lie in its home.
        Path folder = once
                ? distribution.resolve("var/demo-report")
                : stage.home().folder().resolve("report");
        List<Path> files = new ReportFiles(folder)
                .write(stage.sink().mailsTo(administrator).get(0).source());
        files.forEach(file -> out.println("    " + file));
        if (ReportFiles.browser().isEmpty()) {
            out.println("    (With chromium on the PATH there would be a picture of it, too.)");
        }
        return true;
    }

    private void lookAround(Stage stage) throws InterruptedException {
        Path home = stage.home().folder();
        out.println();
        out.println("The gateway keeps running. Have a look around:");
        out.println("  the status page         http://127.0.0.1:" + consolePort + "/");
        out.println("  what is held            " + home.resolve("bin/scora") + " quarantine list");
        out.println("  let one go              " + home.resolve("bin/scora") + " quarantine release RECEIPT");
        out.println("  why a mail got a score  " + home.resolve("bin/scora") + " score "
                + distribution.resolve("demo/mails/fraud-advance-fee.eml"));
        out.println("  what was delivered      " + home.resolve("sink"));
        out.println("  the gateway's log       " + stage.gateway().log());
        out.println();
        out.println("Ctrl-C ends it, and deletes " + home + ".");
        stage.gateway().awaitEnd();
        // Ctrl-C reaches the gateway as well, and it may be faster.
        if (!Patience.until(Duration.ofSeconds(2), stage::closing)) {
            throw new DemoException("The gateway ended by itself. Its log ends so:\n\n"
                    + stage.gateway().logTail());
        }
    }
}
