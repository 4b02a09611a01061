package org.scora.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.scora.console.admin.FindingRoutes.FindingCount;
import org.scora.console.admin.FindingRoutes.FindingCounts;
import org.scora.message.Json;
import org.scora.people.RunningServer;
import org.scora.score.Advisory;
import org.scora.score.Composite;
import org.scora.score.SiteFindings;
import org.scora.score.Weight;
import org.scora.score.Weights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what can be found in a message. */
@Command(
        name = "checks",
        description = {
            "List everything that can be found in a message, with its points (log10 odds) on this site and its group.",
            "While the server runs: in how many messages of the last seven days it was found (seen), and how many of"
                    + " those were held and then released (overruled); and which are advisory, since they held what was"
                    + " wanted."
        })
final class ChecksCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, for a program.")
    private boolean json;

    ChecksCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A finding, as it counts on this site. */
    record Listed(
            String name,
            double points,
            boolean off,
            String group,
            String category,
            String sentence,
            Optional<String> madeOf,
            Optional<FindingCount> counted,
            Optional<Advisory> advisory) {}

    @Override
    public Integer call() {
        Weights weights = SiteFindings.read(surroundings.home().resolve("conf").resolve(SiteFindings.FILE))
                .weights();
        Optional<FindingCounts> counts = counts();
        List<Listed> all = Stream.concat(
                        weights.all().stream()
                                .filter(weight -> !weight.name().equals(Weights.PRIOR))
                                .map(weight -> listed(weights, weight, Optional.empty(), counts)),
                        weights.composites().stream()
                                .map(made -> listed(weights, made.weight(), Optional.of(made), counts)))
                .toList();
        Screen screen = new Screen(spec.commandLine());
        if (json) {
            screen.json(Json.write(all));
        } else {
            show(all, counts, screen);
        }
        return ExitCode.OK.number();
    }

    private Optional<FindingCounts> counts() {
        return RunningServer.find(surroundings.varFolder())
                .map(running -> new AdminClient(surroundings.varFolder())
                        .get("/scora/findings")
                        .as(FindingCounts.class));
    }

    private static Listed listed(
            Weights weights, Weight weight, Optional<Composite> madeOf, Optional<FindingCounts> counts) {
        return new Listed(
                weight.name(),
                weight.points(),
                weights.isOff(weight.name()),
                weight.group(),
                weight.category().name().toLowerCase(Locale.ROOT),
                weight.sentence(),
                madeOf.map(Composite::expression),
                counts.map(all -> all.findings().getOrDefault(weight.name(), new FindingCount(0, 0))),
                counts.flatMap(all -> all.advisories().stream()
                        .filter(advisory -> advisory.finding().equals(weight.name()))
                        .findFirst()));
    }

    private static void show(List<Listed> all, Optional<FindingCounts> counts, Screen screen) {
        List<String> heads = new ArrayList<>(List.of("Points", "Finding", "Group"));
        counts.ifPresent(there -> heads.addAll(List.of("Seen", "Overruled")));
        heads.add("What it says");
        screen.table(heads, all.stream().map(ChecksCommand::row).toList());
        counts.ifPresent(there -> screen.line("Seen and overruled: of " + Text.count(there.messages(), "message")
                + " in " + Text.count(there.days(), "day") + "."));
    }

    private static List<String> row(Listed listed) {
        String points = listed.off()
                ? "off"
                : listed.advisory().isPresent() ? "advisory" : String.format(Locale.ROOT, "%+.2f", listed.points());
        List<String> row = new ArrayList<>(List.of(points, listed.name(), listed.group()));
        listed.counted()
                .ifPresent(counted ->
                        row.addAll(List.of(Long.toString(counted.fired()), Long.toString(counted.overruled()))));
        row.add(listed.sentence()
                + listed.madeOf().map(made -> " (" + made + ")").orElse("")
                + listed.advisory()
                        .map(advisory -> " (" + advisory.note() + ")")
                        .orElse(""));
        return row;
    }
}
