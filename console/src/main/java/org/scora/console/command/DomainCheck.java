package org.scora.console.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.checkup.CheckUpResult;
import org.scora.checkup.CustomerText;
import org.scora.checkup.Level;
import org.scora.checkup.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a domain from all sides. */
@Command(
        name = "check",
        description = {
            "Look at a domain from all sides: is it set up here, do its MX records lead here, do its own servers take"
                    + " its mail, when is it safe to move; with the fix beside each.",
            "Exit code 0: nothing is wrong and nothing is left to do. 1: something is. 75: something can not be told now."
        })
final class DomainCheck extends ServerCommand {
    private static final String ALL = "all";
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    @Parameters(paramLabel = "DOMAIN", description = "The domain's name; it need not be protected yet.")
    private String domain = "";

    @Option(
            names = "--recipient",
            paramLabel = "MAILBOX",
            description = "A mailbox that there is, to ask its own servers for; otherwise the first on its list.")
    private Optional<String> recipient = Optional.empty();

    @Option(
            names = "--from-address",
            paramLabel = "ADDRESS",
            description = "An address of this machine from which its own servers should take no mail: tries it.")
    private Optional<String> elsewhere = Optional.empty();

    @Option(
            names = "--texts",
            arity = "0..1",
            fallbackValue = ALL,
            paramLabel = "NAME",
            description = "Print ready-made texts for the customer as well; with a name, that text and nothing else:"
                    + " zone-before, zone-after, nftables, postfix, exchange, microsoft365, google.")
    private Optional<String> texts = Optional.empty();

    @Option(names = "--watch", description = "Look again every minute until the cut-over is complete.")
    private boolean watch;

    private final Pause pause;

    /** Waits between two looks. */
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    DomainCheck(Surroundings surroundings) {
        this(surroundings, time -> Thread.sleep(time.toMillis()));
    }

    DomainCheck(Surroundings surroundings, Pause pause) {
        super(surroundings);
        this.pause = pause;
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        AdminClient.Answer answer = server.get(path());
        if (!watch) {
            return answer;
        }
        CheckUpProgress progress = new CheckUpProgress(wantsJson() ? Optional.empty() : Optional.of(screen()), zone());
        CheckUpResult result = answer.as(CheckUpResult.class);
        progress.first(result);
        while (result.stage() != Stage.COMPLETE) {
            rest();
            answer = server.get(path());
            result = answer.as(CheckUpResult.class);
            progress.next(result);
        }
        return answer;
    }

    private void rest() {
        try {
            pause.last(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted.");
        }
    }

    private String path() {
        List<String> query = new ArrayList<>();
        recipient.ifPresent(name -> query.add("recipient=" + AdminClient.encoded(name)));
        elsewhere.ifPresent(address -> query.add("from-address=" + AdminClient.encoded(address)));
        return AdminClient.path("domains", domain, "check-up") + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    @Override
    ExitCode exitCode(AdminClient.Answer answer) {
        CheckUpResult result = answer.as(CheckUpResult.class);
        if (result.has(Level.PROBLEM)) {
            return ExitCode.FAILED;
        }
        if (result.has(Level.UNKNOWN)) {
            return ExitCode.NOT_KNOWN;
        }
        return result.has(Level.STEP) ? ExitCode.FAILED : ExitCode.OK;
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        CheckUpResult result = answer.as(CheckUpResult.class);
        Optional<String> only = texts.filter(name -> !name.equals(ALL));
        if (only.isPresent()) {
            named(only.get(), result.texts()).text().lines().forEach(screen::indented);
            return ExitCode.OK;
        }
        if (!watch) {
            new CheckUpText(screen, zone()).show(result);
        }
        if (texts.isPresent()) {
            result.texts().forEach(text -> show(text, screen));
        }
        return exitCode(answer);
    }

    private static void show(CustomerText text, Screen screen) {
        screen.line("");
        screen.line("== " + text.name() + ": " + text.title());
        text.text().lines().forEach(screen::indented);
    }

    private static CustomerText named(String name, List<CustomerText> all) {
        return all.stream()
                .filter(text -> text.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "There is no text '" + name + "'; there are: "
                                + String.join(
                                        ", ",
                                        all.stream().map(CustomerText::name).toList())
                                + "."));
    }
}
