package org.scora.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.scora.bench.Filter.Running;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures Scora beside rspamd, SpamAssassin and bogofilter where they are installed. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Score labelled mail with Scora and with the filters that are installed, and say how they compare.",
            "A LIST has one message a line: path, tab, ham or spam."
        })
final class Bench implements Callable<Integer> {
    @Parameters(paramLabel = "LIST", arity = "1..*", description = "Mail to score.")
    private List<Path> lists = List.of();

    @Option(names = "--train", paramLabel = "LIST", description = "Mail to teach all of them, for a second round.")
    private Optional<Path> train = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "What Scora knows untaught, instead of what it ships.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--weights", paramLabel = "FILE", description = "Points of a scora fit, instead of those it ships.")
    private Optional<Path> weights = Optional.empty();

    @Option(names = "--passes", paramLabel = "N", defaultValue = "5", description = "How often Scora sees a lesson.")
    private int passes;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Measure these filters alone.")
    private List<String> only = List.of();

    @Option(names = "--out", paramLabel = "FOLDER", defaultValue = "target/bench", description = "Where results go.")
    private Path out = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(out);
        List<MailList> tests = new ArrayList<>();
        for (Path list : lists) {
            tests.add(MailList.read(list));
        }
        List<Filter> filters =
                List.of(new Scora(model, weights, passes), new Rspamd(), new SpamAssassin(), new Bogofilter());
        Results results = new Results(tests);
        measure(filters, results, Optional.empty());
        if (train.isPresent()) {
            measure(filters, results, Optional.of(MailList.read(train.get())));
        }
        System.out.println(report(filters, results));
        System.out.println("Written to " + out.toAbsolutePath().normalize());
        return 0;
    }

    private void measure(List<Filter> filters, Results results, Optional<MailList> lessons) throws Exception {
        for (Filter filter : filters) {
            boolean wanted = only.isEmpty() || only.contains(filter.name());
            if (wanted && filter.version().isPresent() && (lessons.isPresent() || filter.knowsSomethingUntaught())) {
                measure(filter, results, lessons);
                // A long run that is ended early has told what it knew.
                report(filters, results);
            }
        }
    }

    private String report(List<Filter> filters, Results results) throws IOException {
        String report = Report.of(filters, results, conditions());
        Files.writeString(out.resolve("bench.md"), report);
        ReliabilityDiagram.draw(results.scoredBy("Scora"), out.resolve("reliability.png"));
        return report;
    }

    private void measure(Filter filter, Results results, Optional<MailList> lessons) throws Exception {
        String taught = lessons.map(MailList::name).orElse("nothing");
        Path folder = Files.createTempDirectory("scora-bench-");
        Commands.openToAll(folder);
        try (Running running = filter.start(folder, lessons)) {
            running.lessonMillis().ifPresent(millis -> results.addLesson(filter.name(), taught, millis));
            for (MailList list : results.lists()) {
                System.err.println(filter.name() + ", taught " + taught + ": " + list.name());
                Scan scan = running.scan(list);
                results.add(filter.name(), taught, list, scan);
                write(filter.name(), taught, list, scan);
            }
        } finally {
            Commands.run("", "rm", "-r", folder.toString());
        }
    }

    /** The scores themselves, for whoever wants to look closer. */
    private void write(String filter, String taught, MailList list, Scan scan) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < scan.scores().size(); i++) {
            MailList.Mail mail = list.mails().get(i);
            lines.append(mail.file()).append('\t').append(mail.unwanted() ? "spam" : "ham");
            lines.append('\t').append(scan.scores().get(i)).append('\n');
        }
        Files.writeString(out.resolve(filter + "." + taught + "." + list.name() + ".tsv"), lines);
    }

    private Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(
                "Scored",
                lists.stream().map(list -> list.getFileName().toString()).collect(Collectors.joining(", ")));
        conditions.put(
                "Taught",
                train.map(list -> list.getFileName() + ", Scora " + passes + " times")
                        .orElse("nothing"));
        conditions.put(
                "Scora's model before",
                model.map(file -> file.getFileName().toString()).orElse("as shipped"));
        conditions.put(
                "Scora's weights",
                weights.map(file -> file.getFileName().toString()).orElse("as shipped"));
        return conditions;
    }
}
