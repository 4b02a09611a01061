package org.scora.console.command;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.message.Json;
import org.scora.score.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains what Scora thinks of mail in files. */
@Command(
        name = "score",
        description = {
            "Score mail files and explain the verdict. Needs no running server.",
            "SPF is only asked about when --client-ip and --from say where the mail came from."
        })
final class ScoreCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Mail files, one message each; - reads standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--from", paramLabel = "ADDRESS", description = "The envelope's sender; none for a bounce.")
    private Optional<String> sender = Optional.empty();

    @Option(
            names = "--rcpt",
            paramLabel = "ADDRESS",
            description = "An envelope's recipient; may be given several times.")
    private List<String> recipients = new ArrayList<>();

    @Option(names = "--helo", paramLabel = "NAME", description = "The name that the client gave in HELO or EHLO.")
    private Optional<String> helo = Optional.empty();

    @Option(
            names = "--client-ip",
            paramLabel = "IP",
            converter = IpAddress.class,
            description = "The address of the client that sent the mail.")
    private Optional<InetAddress> clientIp = Optional.empty();

    @Option(names = "--dns", paramLabel = "ZONEFILE", description = "Answer DNS questions from this zone file only.")
    private Optional<Path> zoneFile = Optional.empty();

    @Option(names = "--json", description = "Print JSON, for a program.")
    private boolean json;

    ScoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A file's verdict. */
    record Scored(String file, double certainty, Verdict verdict) {}

    @Override
    public Integer call() {
        Envelope envelope = new Envelope(clientIp, helo, sender, recipients);
        OfflineScorer scorer = OfflineScorer.asking(zoneFile);
        List<Scored> all = files.stream()
                .map(file -> scored(file, scorer.score(read(file, envelope))))
                .toList();
        Screen screen = new Screen(spec.commandLine());
        if (json) {
            screen.json(Json.write(all));
        } else {
            all.forEach(one -> show(one, scorer, screen));
        }
        return ExitCode.OK.number();
    }

    private static Scored scored(String file, Verdict verdict) {
        return new Scored(file, verdict.certainty(), verdict);
    }

    private void show(Scored scored, OfflineScorer scorer, Screen screen) {
        if (files.size() > 1) {
            screen.line(scored.file());
        }
        scorer.explain(scored.verdict()).forEach(screen::indented);
        screen.line("");
    }

    private IncomingMessage read(String file, Envelope envelope) {
        if (file.equals("-")) {
            return IncomingMessage.read(surroundings.input(), envelope);
        }
        if (new File(file).isDirectory()) {
            throw new CommandFailure(ExitCode.FAILED, file + " is a folder; name the mail files in it.");
        }
        try (InputStream source = Files.newInputStream(Path.of(file))) {
            return IncomingMessage.read(source, envelope);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new CommandFailure(ExitCode.FAILED, "There is no file " + file + ".");
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(ExitCode.FAILED, file + " can not be read: " + e.getMessage() + ".");
        }
    }
}
