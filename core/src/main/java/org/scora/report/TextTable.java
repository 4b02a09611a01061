package org.scora.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scora.report.ReportView.Row;
import org.scora.report.ReportView.Table;

/** Lays a table out in plain text: names on the left, numbers in columns on the right. */
public final class TextTable {
    private static final int INDENT = 2;
    private static final int GAP = 2;

    private final Table table;
    private final List<Integer> widths;
    private final int nameWidth;

    private TextTable(Table table) {
        this.table = table;
        this.widths = IntStream.range(0, table.heads().size())
                .map(column -> GAP
                        + Math.max(
                                Columns.width(table.heads().get(column)),
                                table.rows().stream()
                                        .mapToInt(row ->
                                                Columns.width(row.numbers().get(column)))
                                        .max()
                                        .orElse(0)))
                .boxed()
                .toList();
        this.nameWidth = Columns.WIDTH
                - INDENT
                - widths.stream().mapToInt(Integer::intValue).sum();
    }

    /** All lines, each ended. */
    public static String of(Table table) {
        return new TextTable(table).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        if (table.heads().stream().anyMatch(head -> !head.isEmpty())) {
            lines.add(line("", table.heads()));
        }
        table.rows().forEach(row -> add(lines, row));
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private void add(List<String> lines, Row row) {
        if (Columns.width(row.name()) > nameWidth) {
            lines.add(" ".repeat(INDENT) + Columns.wrap(row.name(), INDENT));
            lines.add(line("", row.numbers()));
        } else {
            lines.add(line(row.name(), row.numbers()));
        }
        if (!row.more().isEmpty()) {
            lines.add(" ".repeat(2 * INDENT) + Columns.wrap(row.more(), 2 * INDENT));
        }
    }

    private String line(String name, List<String> numbers) {
        return " ".repeat(INDENT)
                + Columns.left(name, nameWidth)
                + IntStream.range(0, numbers.size())
                        .mapToObj(column -> Columns.right(numbers.get(column), widths.get(column)))
                        .collect(Collectors.joining());
    }
}
