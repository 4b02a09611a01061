package org.scora.score;

import com.google.common.base.Splitter;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.scora.score.OwnFinding.Place;
import org.scora.score.Table.Row;
import org.scora.setting.SettingException;

/** How a site changes weights and writes findings. Every error names the line. */
final class SiteFindingsFile {
    private static final Splitter COLUMNS = Splitter.onPattern("\t+").trimResults();
    private static final int CHANGE = 2;
    private static final int DEFINITION = 6;
    private static final int OWN_AT_MOST = 500;
    private static final String OWN_GROUP = "own";
    private static final String OFF = "off";
    private static final String COMPOSITE = "if";
    private static final String HEADER = "header ";

    private final Weights shipped = Weights.shipped();
    private final Map<String, Weight> weights = new LinkedHashMap<>();
    private final Map<String, Composite> composites = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> off = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final List<OwnFinding> own = new ArrayList<>();
    private final List<SettingException> problems = new ArrayList<>();

    private SiteFindingsFile() {
        shipped.all().forEach(weight -> weights.put(weight.name(), weight));
        shipped.composites().forEach(composite -> composites.put(composite.name(), composite));
        shipped.groups().forEach(group -> groups.put(group.name(), group));
    }

    static SiteFindingsFile parse(String place, String text) {
        SiteFindingsFile file = new SiteFindingsFile();
        List<Row> rows = Table.lines(place, text, COLUMNS);
        // Composites last, since they may be made of own findings that stand below them.
        rows.stream().filter(row -> !isComposite(row)).forEach(row -> file.collecting(row, file::simple));
        rows.stream().filter(SiteFindingsFile::isComposite).forEach(row -> file.collecting(row, file::composite));
        return file;
    }

    SiteFindings findings() {
        return new SiteFindings(new Weights(weights, groups, composites, off), own);
    }

    List<SettingException> problems() {
        return problems;
    }

    private void collecting(Row row, Consumer<Row> reader) {
        try {
            if (!written.add(WeightsFile.name(row))) {
                throw row.error(row.values().get(0), "stands here twice", "Take one of the lines out.");
            }
            reader.accept(row);
        } catch (SettingException e) {
            problems.add(e);
        }
    }

    private static boolean isComposite(Row row) {
        return row.values().size() == DEFINITION && row.values().get(3).equals(COMPOSITE);
    }

    private void simple(Row row) {
        switch (row.values().size()) {
            case CHANGE -> change(row);
            case DEFINITION -> define(row);
            default ->
                throw row.error(
                        row.values().get(0),
                        row.values().size() + " columns",
                        "Write name and points to change a weight; or name, points, category, where, pattern and"
                                + " sentence for a finding of your own; with tabs between them.");
        }
    }

    private void change(Row row) {
        String name = row.values().get(0);
        Weight weight = shipped.of(name)
                .orElseThrow(() -> row.error(
                        name,
                        "there is no such finding",
                        SettingException.remedyForName(name, weights.keySet())
                                + " To list them: scora checks. A finding of your own has six columns."));
        if (row.values().get(1).equals(OFF)) {
            switchOff(row, name);
        } else {
            Weight changed =
                    weight.weighing(WeightsFile.points(row, row.values().get(1)));
            weights.computeIfPresent(name, (same, old) -> changed);
            composites.computeIfPresent(name, (same, old) -> new Composite(changed, old.made(), old.missing()));
        }
    }

    private void switchOff(Row row, String name) {
        if (name.equals(Weights.PRIOR)) {
            throw row.error(name, "can not be switched off", "Write points, such as -1.");
        }
        off.add(name);
    }

    private void define(Row row) {
        Weight weight = ownWeight(row);
        if (own.size() == OWN_AT_MOST) {
            throw row.error(weight.name(), "is one too many", "At most " + OWN_AT_MOST + " can be written.");
        }
        own.add(ownFinding(row, weight.name()));
        weights.put(weight.name(), weight);
    }

    private void composite(Row row) {
        Weight weight = ownWeight(row);
        composites.put(weight.name(), Expression.parse(row, weight, row.values().get(4), weights.keySet()));
    }

    private Weight ownWeight(Row row) {
        List<String> values = row.values();
        if (!values.get(0).startsWith(SiteFindings.OWN)) {
            throw row.error(
                    values.get(0),
                    "the name does not begin with " + SiteFindings.OWN,
                    "Write " + SiteFindings.OWN + values.get(0) + "; to change a weight write name and points only.");
        }
        return new Weight(
                values.get(0),
                WeightsFile.points(row, values.get(1)),
                OWN_GROUP,
                WeightsFile.category(row, values.get(2)),
                WeightsFile.sentence(row, values.get(5)));
    }

    private static OwnFinding ownFinding(Row row, String name) {
        String where = row.values().get(3);
        boolean header = where.startsWith(HEADER);
        String field = header ? where.substring(HEADER.length()).strip() : "";
        Place place = header && !field.isEmpty() ? Place.HEADER : place(row, where);
        return new OwnFinding(name, place, field, pattern(row));
    }

    private static Place place(Row row, String where) {
        return Arrays.stream(Place.values())
                .filter(place -> place != Place.HEADER)
                .filter(place -> place.name().toLowerCase(Locale.ROOT).equals(where))
                .findFirst()
                .orElseThrow(() -> row.error(
                        row.values().get(0),
                        "'" + where + "' is no place in a message",
                        "Write header and a field's name (header List-Id), subject, body, link or attachment; or if,"
                                + " for a finding that is made of others."));
    }

    private static Pattern pattern(Row row) {
        String text = row.values().get(4);
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.matcher("").find()) {
                throw row.error(row.values().get(0), "the pattern matches every text", "Write what has to be there.");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw row.error(
                    row.values().get(0),
                    "the pattern can not be read: " + e.getDescription() + " in '" + e.getPattern() + "'",
                    "Patterns are those of RE2: without look-ahead and back-references.");
        }
    }
}
