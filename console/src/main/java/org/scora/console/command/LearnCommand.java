package org.scora.console.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.scora.message.Json;
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
            "With --model a file is trained and no server is needed."
        })
final class LearnCommand implements Callable<Integer> {
    private static final int MOST_PASSES = 100;

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

    @Override
    public Integer call() {
        List<LabeledMail> mails = mails();
        Path file = model.orElseThrow(() -> wrong("Name the model's file with --model."));
        if (passes < 1 || passes > MOST_PASSES) {
            throw wrong("--passes is a number from 1 to " + MOST_PASSES + ".");
        }
        Taught taught =
                ModelTraining.train(file, mails, passes, spec.commandLine().getErr());
        show(taught, file.toString());
        return (taught.unreadable() == 0 ? ExitCode.OK : ExitCode.FAILED).number();
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
