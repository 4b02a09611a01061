package org.scora.console.command;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.scora.dns.Dns;
import org.scora.dns.DnsjavaDns;
import org.scora.dns.NoDns;
import org.scora.dns.ZoneFileDns;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.message.Json;
import org.scora.policy.Sensitivity;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains what Scora thinks of mail in files. */
@Command(
        name = "score",
        description = {
            "Score mail files and explain the verdict. Needs no running server.",
            "SPF is only asked about when --client-ip and --from say where the mail came from.",
            "With --tsv the network is never asked: what depends on the DNS is unknown, unless --dns answers."
        })
final class ScoreCommand implements Callable<Integer> {
    private static final Duration DNS_TIMEOUT = Duration.ofSeconds(2);

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
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

    @Option(
            names = "--sensitivity",
            paramLabel = "NAME",
            defaultValue = "normal",
            converter = SensitivityName.class,
            description = "Say what would have taken the score across this threshold, such as cautious or 3.5"
                    + " (default: ${DEFAULT-VALUE}).")
    private Sensitivity sensitivity = new Sensitivity(0);

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Use this model, as scora learn made it, instead of the one that Scora comes with.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--tsv",
            paramLabel = "LIST",
            description =
                    "Score the files in this list (one path a line, up to the first tab; - reads standard input) and"
                            + " print path, score, certainty and category, tab-separated, one line a file, in the list's"
                            + " order. A file that can not be read is told on standard error; exit code 1 at the end.")
    private Optional<String> list = Optional.empty();

    @Option(names = "--json", description = "Print JSON, for a program.")
    private boolean json;

    ScoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (files.isEmpty() == list.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name mail files, or a list of them with --tsv.");
        }
        Envelope envelope = new Envelope(clientIp, helo, sender, recipients);
        OfflineScorer scorer = OfflineScorer.of(surroundings.home(), dns(), model);
        if (list.isPresent()) {
            CommandLine command = spec.commandLine();
            return new TsvScores(scorer, envelope, command.getOut(), command.getErr())
                    .score(list.get(), surroundings.input())
                    .number();
        }
        return scoreFiles(envelope, scorer).number();
    }

    private Dns dns() {
        return zoneFile.<Dns>map(ZoneFileDns::read)
                .orElseGet(() -> list.isPresent() ? new NoDns() : DnsjavaDns.ofSystem(DNS_TIMEOUT));
    }

    private ExitCode scoreFiles(Envelope envelope, OfflineScorer scorer) {
        List<OfflineScorer.Scored> all = files.stream()
                .map(file -> scorer.score(file, read(file, envelope), sensitivity))
                .toList();
        Screen screen = new Screen(spec.commandLine());
        if (json) {
            screen.json(Json.write(all));
        } else {
            all.forEach(one -> show(one, scorer, screen));
        }
        return ExitCode.OK;
    }

    private void show(OfflineScorer.Scored scored, OfflineScorer scorer, Screen screen) {
        if (files.size() > 1) {
            screen.line(scored.file());
        }
        scorer.explain(scored.verdict(), sensitivity).forEach(screen::indented);
        screen.line("");
    }

    private IncomingMessage read(String file, Envelope envelope) {
        return file.equals("-") ? IncomingMessage.read(surroundings.input(), envelope) : MailFiles.read(file, envelope);
    }
}
