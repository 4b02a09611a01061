package org.scora.console.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.scora.console.admin.LessonRoutes.TakeBackForm;
import org.scora.console.admin.LessonRoutes.TakenBack;
import org.scora.message.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Teaches the learner what is spam and what is not. */
@Command(
        name = "learn",
        description = {
            "Teach the learner what is spam and what is ham (wanted mail).",
            "A PATH is a file with one message, a folder (a Maildir too), an mbox, or with an @ in front a list of"
                    + " files.",
            "The running server learns at once and writes down who taught it what, so that it can be taken back.",
            "With --model a file is trained and no server is needed; such a file can not forget."
        })
final class LearnCommand implements Callable<Integer> {
    private static final int MOST_PASSES = 100;

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--spam", paramLabel = "PATH", arity = "1..*", description = "Unwanted mail.")
    private List<String> spam = new ArrayList<>();

    @Option(names = "--ham", paramLabel = "PATH", arity = "1..*", description = "Wanted mail.")
    private List<String> ham = new ArrayList<>();

    @Option(
            names = "--tsv",
            paramLabel = "LIST",
            description =
                    "A list of files, tab-separated: path, then spam or ham. Learned in its order; spam and ham of"
                            + " --spam and --ham are mixed evenly.")
    private Optional<String> table = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "operator",
            description = "Who teaches, for the log and for --forget-source (default: ${DEFAULT-VALUE}).")
    private String source = "";

    @Option(
            names = "--forget",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Take back what the server was taught with this mail, as if it had never been.")
    private List<String> forgotten = new ArrayList<>();

    @Option(names = "--forget-source", paramLabel = "NAME", description = "Take back all that this source taught.")
    private Optional<String> forgottenSource = Optional.empty();

    @Option(
            names = "--forget-since",
            paramLabel = "TIME",
            description =
                    "Take back all that was taught since a time such as 2026-11-24T08:00:00Z, which makes the model"
                            + " what it was then.")
    private Optional<String> forgottenSince = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Train the model in this file instead of the server's; it is made when it is missing.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--passes",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often a model in a file sees each message (default: ${DEFAULT-VALUE}).")
    private int passes;

    @Option(names = "--json", description = "Print JSON, for a program.")
    private boolean json;

    LearnCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new LearnCommand(surroundings)).addSubcommand(new LearnLog(surroundings));
    }

    @Override
    public Integer call() {
        boolean forget = !forgotten.isEmpty() || forgottenSource.isPresent() || forgottenSince.isPresent();
        if (forget) {
            return forget().number();
        }
        List<LabeledMail> mails = mails();
        if (passes < 1 || passes > MOST_PASSES) {
            throw wrong("--passes is a number from 1 to " + MOST_PASSES + ".");
        }
        Taught taught = model.map(file -> ModelTraining.train(
                        file, mails, passes, spec.commandLine().getErr()))
                .orElseGet(() -> server().teach(mails));
        show(taught, model.map(Path::toString).orElse("the server"));
        return (taught.unreadable() == 0 ? ExitCode.OK : ExitCode.FAILED).number();
    }

    private ServerTraining server() {
        if (passes != 1) {
            throw wrong("--passes is for a file that --model names; the server learns each message once.");
        }
        AdminClient client = new AdminClient(surroundings.varFolder());
        return new ServerTraining(client, source, spec.commandLine().getErr());
    }

    private ExitCode forget() {
        if (model.isPresent() || !spam.isEmpty() || !ham.isEmpty() || table.isPresent()) {
            throw wrong("Forget in a call of its own and without --model: a model in a file can not forget.");
        }
        TakenBack done = forgotten.isEmpty()
                ? server().takeBack(new TakeBackForm(forgottenSource, forgottenSince, Optional.empty()))
                : server().takeBack(LabeledMails.places(forgotten));
        Screen screen = new Screen(spec.commandLine());
        if (json) {
            screen.json(Json.write(done));
        } else {
            screen.line("Took back " + Text.count(done.takenBack(), "lesson") + "."
                    + (done.made() ? "" : " The model is being made again without them; this takes a while."));
        }
        return ExitCode.OK;
    }

    private List<LabeledMail> mails() {
        if (table.isPresent() == (!spam.isEmpty() || !ham.isEmpty())) {
            throw wrong("Name mail with --spam and --ham, or with --tsv.");
        }
        return table.map(LabeledMails::ofTable).orElseGet(() -> LabeledMails.of(spam, ham));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void show(Taught taught, String pupil) {
        Screen screen = new Screen(spec.commandLine());
        if (json) {
            screen.json(Json.write(taught));
            return;
        }
        screen.line("Taught " + pupil + " " + taught.spam() + " spam and " + taught.ham() + " ham.");
        if (taught.known() > 0) {
            screen.line(Text.count(taught.known(), "message") + " had been taught already.");
        }
        screen.line("It has been taught " + Text.count(taught.lessons(), "lesson") + " in all.");
    }
}
