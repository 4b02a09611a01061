package org.scora.score;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.scora.setting.SettingException;

/** A data file: columns separated by tabs, a header line with their names, comments behind a number sign. */
public final class Table {
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private boolean headerSeen;

    private Table(List<String> columns) {
        this.columns = columns;
    }

    /** One line of values; errors name the line. */
    public record Row(String place, List<String> values) {
        public SettingException error(String key, String problem, String remedy) {
            return SettingException.of(place, key, problem, remedy);
        }
    }

    static Table ofResource(String name, List<String> columns) {
        return parse(name, resource(Table.class, name), columns);
    }

    /** The text of a resource beside a class, in UTF-8. */
    public static String resource(Class<?> owner, String name) {
        try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws SettingException for a header or a line that does not have these columns */
    public static Table parse(String place, String text, List<String> columns) {
        Table table = new Table(columns);
        for (Row row : lines(place, text, Splitter.on('\t'))) {
            table.checkColumns(row);
            if (table.headerSeen) {
                table.rows.add(row);
            } else {
                table.checkHeader(row);
                table.headerSeen = true;
            }
        }
        return table;
    }

    /** The lines that are neither empty nor comments. */
    public static List<Row> lines(String place, String text, Splitter columns) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(new Row(place + ":" + number, columns.splitToList(line)));
            }
        }
        return rows;
    }

    public List<Row> rows() {
        return rows;
    }

    private void checkColumns(Row row) {
        if (row.values().size() != columns.size()) {
            throw row.error(
                    row.values().get(0),
                    row.values().size() + " columns instead of " + columns.size(),
                    "Write " + String.join(", ", columns) + " with one tab between them.");
        }
    }

    private void checkHeader(Row row) {
        if (!row.values().equals(columns)) {
            throw row.error(
                    String.join(" ", row.values()), "is not the header line", "Write " + String.join("<tab>", columns));
        }
    }
}
