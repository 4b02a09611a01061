package org.scora.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of measures: Scora's value, and beside it each peer's and how many times Scora's that is. */
final class Comparison {
    private static final String NOTHING = "-";

    private final String ours;
    private final List<String> peers;
    private final List<List<String>> rows = new ArrayList<>();

    Comparison(String ours, List<String> peers) {
        this.ours = ours;
        this.peers = peers;
        List<String> heading = new ArrayList<>(List.of("mail", "taught", "measure", ours));
        peers.forEach(peer -> heading.addAll(List.of(peer, "times")));
        rows.add(heading);
    }

    /** @param values by the filter's name; what is not there, or is no number, could not be measured */
    void add(String mail, String taught, String measure, int decimals, Map<String, Double> values) {
        double own = values.getOrDefault(ours, Double.NaN);
        List<String> row = new ArrayList<>(List.of(mail, taught, measure, number(own, decimals)));
        for (String peer : peers) {
            double value = values.getOrDefault(peer, Double.NaN);
            row.add(number(value, decimals));
            row.add(times(value, own));
        }
        rows.add(row);
    }

    /** In Markdown, with columns aligned so that it reads as plain text too. */
    String text() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(line(row, widths));
            if (row == rows.get(0)) {
                text.append(line(widths.stream().map("-"::repeat).toList(), widths));
            }
        }
        return text.toString();
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column) + padding(cells.get(column), widths.get(column)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String padding(String cell, int width) {
        return String.join("", Collections.nCopies(width - cell.length(), " "));
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value) ? NOTHING : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String times(double value, double own) {
        if (Double.isNaN(value) || Double.isNaN(own) || own == 0) {
            return NOTHING;
        }
        return String.format(Locale.ROOT, value / own < 10 ? "%.2f" : "%.0f", value / own);
    }
}
