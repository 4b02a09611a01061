package org.scora.console.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.scora.report.Columns;
import picocli.CommandLine;

/** Prints for people. Whatever it prints may come from a stranger's mail, so nothing in it can steer the terminal. */
final class Screen {
    private final PrintWriter out;

    Screen(CommandLine commandLine) {
        this.out = commandLine.getOut();
    }

    void line(String text) {
        out.println(Printable.line(text));
        out.flush();
    }

    /** A line whose spaces at the left mean something. */
    void indented(String text) {
        int spaces = text.length() - text.stripLeading().length();
        out.println(" ".repeat(spaces) + Printable.line(text));
        out.flush();
    }

    /** JSON for a program, as the server wrote it: there, control characters are escaped. */
    void json(String json) {
        out.println(json);
        out.flush();
    }

    /** Columns under their heads; the last one is as wide as it likes. */
    void table(List<String> heads, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(heads));
        rows.forEach(row -> all.add(row.stream().map(Printable::line).toList()));
        all.forEach(row -> out.println(padded(row, all).stripTrailing()));
        out.flush();
    }

    private static String padded(List<String> row, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int place = column;
            int width = all.stream()
                    .mapToInt(each -> Columns.width(each.get(place)))
                    .max()
                    .orElse(0);
            line.append(Columns.left(row.get(column), width)).append("  ");
        }
        return line.toString();
    }
}
