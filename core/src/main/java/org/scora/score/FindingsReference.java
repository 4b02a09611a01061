package org.scora.score;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the handbook's list of findings, from the files that weigh them. */
public final class FindingsReference {
    private FindingsReference() {}

    /** Markdown, always the same for the same weights. */
    public static String markdown(Weights weights) {
        return "# What can be found in a message\n\n"
                + "Points are log10 odds: +1 makes it ten times as likely that the message is unwanted. Every message"
                + " starts with " + points(weights.prior().points()) + ". The sum of a group counts within its caps.\n"
                + "Your site's `conf/findings.tsv` can change every weight; `scora checks` lists what counts there.\n"
                + weights.groups().stream()
                        .map(group -> chapter(group, weights))
                        .collect(Collectors.joining());
    }

    private static String chapter(Group group, Weights weights) {
        List<String> rows = Stream.concat(
                        weights.all().stream()
                                .filter(weight -> !weight.name().equals(Weights.PRIOR))
                                .filter(weight -> weight.group().equals(group.name()))
                                .map(weight -> row(weight, "")),
                        weights.composites().stream()
                                .filter(made -> made.weight().group().equals(group.name()))
                                .map(made -> row(made.weight(), " Made of: `" + made.expression() + "`.")))
                .toList();
        return rows.isEmpty()
                ? ""
                : "\n## " + group.meaning() + "\n\nGroup `" + group.name() + "`, from " + points(group.least()) + " to "
                        + points(group.most())
                        + ".\n\n| finding | points | taken for | what it says |\n|---|---|---|---|\n"
                        + String.join("", rows);
    }

    private static String row(Weight weight, String addition) {
        return "| `" + weight.name() + "` | " + points(weight.points()) + " | "
                + weight.category().name().toLowerCase(Locale.ROOT) + " | "
                + (weight.sentence() + addition).replace("|", "\\|") + " |\n";
    }

    private static String points(double points) {
        return points == 0 ? "0" : String.format(Locale.ROOT, "%+.2f", points).replaceAll("\\.?0+$", "");
    }
}
