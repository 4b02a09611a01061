package org.scora.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The results for people, in Markdown that reads as plain text too. */
final class Report {
    private final List<Filter> filters;
    private final Results results;
    private final Comparison table;

    private Report(List<Filter> filters, Results results) {
        this.filters = filters;
        this.results = results;
        List<String> names = filters.stream().map(Filter::name).toList();
        this.table = new Comparison(names.get(0), names.subList(1, names.size()));
    }

    /** @param conditions how it was measured, beside what is the same each time */
    static String of(List<Filter> filters, Results results, Map<String, String> conditions) throws IOException {
        Report report = new Report(filters, results);
        for (String taught : results.taught()) {
            results.lists().forEach(list -> report.add(list, taught));
            report.table.add("all", taught, "CPU ms a lesson", 2, results.lessonMillis(taught));
        }
        return report.heading(conditions) + "\n" + report.table.text() + "\n## Do Scora's scores come true?\n\n"
                + Reliance.text(results.scoredBy(filters.get(0).name()));
    }

    private void add(MailList list, String taught) {
        if (list.count(true) > 0) {
            row(
                    list,
                    taught,
                    "caught, %",
                    1,
                    entry -> 100 * entry.scan().accuracy(list).caught(threshold(entry)));
        }
        row(
                list,
                taught,
                "false positives, %",
                2,
                entry -> 100 * entry.scan().accuracy(list).falsePositives(threshold(entry)));
        if (list.count(true) > 0 && list.count(false) > 0) {
            row(
                    list,
                    taught,
                    "1-AUC, %",
                    4,
                    entry -> 100 * entry.scan().accuracy(list).areaAbove());
            row(
                    list,
                    taught,
                    "caught at 0.1 % FP, %",
                    1,
                    entry -> 100 * entry.scan().accuracy(list).recallAt(0.001));
        }
        row(list, taught, "CPU ms a message", 2, entry -> entry.scan().meanMillis());
        row(
                list,
                taught,
                "CPU ms, median",
                2,
                entry -> entry.scan().quantile(0.5).orElse(Double.NaN));
        row(
                list,
                taught,
                "CPU ms, 99 %",
                2,
                entry -> entry.scan().quantile(0.99).orElse(Double.NaN));
        row(list, taught, "memory, MiB", 0, entry -> entry.scan().megabytes().orElse(Double.NaN));
    }

    private void row(
            MailList list, String taught, String measure, int decimals, ToDoubleFunction<Results.Entry> value) {
        Map<String, Double> values = new LinkedHashMap<>();
        results.of(list, taught).forEach(entry -> values.put(entry.filter(), value.applyAsDouble(entry)));
        table.add(list.name(), taught, measure, decimals, values);
    }

    private double threshold(Results.Entry entry) {
        return filters.stream()
                .filter(filter -> filter.name().equals(entry.filter()))
                .findFirst()
                .orElseThrow()
                .threshold();
    }

    private String heading(Map<String, String> conditions) throws IOException {
        StringBuilder text = new StringBuilder("# Scora beside others\n\n");
        text.append("- Date: ").append(LocalDate.now()).append('\n');
        text.append("- Machine: ").append(machine()).append('\n');
        conditions.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        for (Filter filter : filters) {
            text.append(String.format(
                    Locale.ROOT,
                    "- %s: %s; spam from %s%n",
                    filter.name(),
                    filter.version().orElse("not installed, not measured"),
                    filter.threshold()));
        }
        results.lists()
                .forEach(list -> text.append(String.format(
                        Locale.ROOT,
                        "- %s: %d wanted, %d unwanted%n",
                        list.name(),
                        list.count(false),
                        list.count(true))));
        text.append(
                        "- No network for anyone. One message at a time, warm. CPU time is that of the filter's processes, of the\n")
                .append("  kernel and of redis too, by /proc; *times* is the peer's value divided by Scora's.\n");
        return text.toString();
    }

    private static String machine() throws IOException {
        Optional<String> model;
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            model = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
        return Runtime.getRuntime().availableProcessors() + " x " + model.orElse(System.getProperty("os.arch"))
                + ", Linux " + System.getProperty("os.version");
    }
}
