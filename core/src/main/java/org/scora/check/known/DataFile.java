package org.scora.check.known;

import com.google.common.base.Splitter;
import java.util.List;
import org.scora.score.Table;

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
        return Table.lines(resource, Table.resource(owner, resource), COLUMNS).stream()
                .map(row -> checked(row, columns))
                .toList();
    }

    /** The items of a column that holds several, with commas between them. */
    public static List<String> items(String column) {
        return ITEMS.splitToList(column);
    }

    private static List<String> checked(Table.Row row, int columns) {
        List<String> values = row.values();
        if (values.size() != columns) {
            throw new IllegalStateException(
                    row.place() + ": '" + values.get(0) + "' has " + values.size() + " columns instead of " + columns);
        }
        return values;
    }
}
