package org.scora.score;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scora.score.Table.Row;
import org.scora.setting.SettingException;

/** How weights and groups are written. Every error names the line. */
final class WeightsFile {
    static final List<String> WEIGHT_COLUMNS = List.of("name", "points", "group", "category", "sentence");
    static final List<String> GROUP_COLUMNS = List.of("group", "least", "most", "meaning");

    static final List<String> COMPOSITE_COLUMNS =
            List.of("name", "points", "group", "category", "findings", "sentence");

    static final List<String> FITTED_COLUMNS = List.of("name", "points");

    private static final double POINTS_AT_MOST = 10;
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private WeightsFile() {}

    static Map<String, Group> groups(Table table) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Group group = new Group(
                    row.values().get(0),
                    points(row, row.values().get(1)),
                    points(row, row.values().get(2)),
                    sentence(row, row.values().get(3)));
            if (group.least() > 0 || group.most() < 0) {
                throw row.error(group.name(), "0 is out of its bounds", "Least is 0 or less, most is 0 or more.");
            }
            if (groups.put(group.name(), group) != null) {
                throw row.error(group.name(), "stands here twice", "Take one of the lines out.");
            }
        }
        return groups;
    }

    static Map<String, Weight> weights(Table table, Map<String, Group> groups) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Weight weight = weight(row, groups);
            if (weights.put(weight.name(), weight) != null) {
                throw row.error(weight.name(), "stands here twice", "Take one of the lines out.");
            }
        }
        return weights;
    }

    static Map<String, Double> fitted(Table table) {
        Map<String, Double> fitted = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> fitted.put(name(row), points(row, row.values().get(1))));
        return fitted;
    }

    static Map<String, Composite> composites(Table table, Map<String, Weight> weights, Map<String, Group> groups) {
        Map<String, Composite> composites = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Weight weight = weight(row, groups);
            Composite composite = Expression.parse(row, weight, row.values().get(4), weights.keySet());
            if (weights.containsKey(weight.name()) || composites.put(weight.name(), composite) != null) {
                throw row.error(weight.name(), "is a finding already", "Give it another name.");
            }
        }
        return composites;
    }

    // The sentence stands last, whatever is between.
    private static Weight weight(Row row, Map<String, Group> groups) {
        List<String> values = row.values();
        String group = values.get(2);
        if (!groups.containsKey(group)) {
            throw row.error(
                    values.get(0),
                    "unknown group '" + group + "'",
                    SettingException.remedyForName(group, groups.keySet()));
        }
        return new Weight(
                name(row),
                points(row, values.get(1)),
                group,
                category(row, values.get(3)),
                sentence(row, values.get(values.size() - 1)));
    }

    static String name(Row row) {
        String name = row.values().get(0);
        if (!NAME.matcher(name).matches()) {
            throw row.error(name, "is no name of a finding", "Use capital letters, digits and underscores.");
        }
        return name;
    }

    static double points(Row row, String text) {
        Optional<Double> points = number(text).filter(number -> Math.abs(number) <= POINTS_AT_MOST);
        return points.orElseThrow(
                () -> row.error(row.values().get(0), "bad points '" + text + "'", "Write a number from -10 to 10."));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Category category(Row row, String text) {
        List<String> names = Arrays.stream(Category.values())
                .map(category -> category.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(text)) {
            throw row.error(
                    row.values().get(0),
                    "unknown category '" + text + "'",
                    SettingException.remedyForName(text, names));
        }
        return Category.valueOf(text.toUpperCase(Locale.ROOT));
    }

    static String sentence(Row row, String text) {
        if (text.isBlank()) {
            throw row.error(row.values().get(0), "has no sentence", "Say for people what was found.");
        }
        return text;
    }
}
