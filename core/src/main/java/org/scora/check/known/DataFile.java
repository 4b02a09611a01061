package org.scora.check.known;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A data file that ships with a check: UTF-8, a row a line, tabs between the columns; # at its begin makes a comment. */
public final class DataFile {
    private static final Splitter COLUMNS = Splitter.on('\t').trimResults();
    private static final Splitter ITEMS = Splitter.on(',').trimResults().omitEmptyStrings();

    private DataFile() {}

    /**
     * All rows of a resource.
     *
     * @param owner the class beside which the file stands
     * @param columns how many each row has to have
     */
    public static List<List<String>> rows(Class<?> owner, String resource, int columns) {
        return text(owner, resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> checked(COLUMNS.splitToList(line), columns, resource))
                .toList();
    }

    /** The items of a column that holds several, with commas between them. */
    public static List<String> items(String column) {
        return ITEMS.splitToList(column);
    }

    private static List<String> checked(List<String> row, int columns, String resource) {
        if (row.size() != columns) {
            throw new IllegalStateException(
                    resource + ": '" + row.get(0) + "' has " + row.size() + " columns instead of " + columns);
        }
        return row;
    }

    private static String text(Class<?> owner, String resource) {
        try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
