package org.scora.check.dnslist;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.scora.score.Table;
import org.scora.score.Table.Row;
import org.scora.setting.SettingException;

/** Reads {@code conf/dnslists.tsv}. Every error names the line. */
public final class DnsListsFile {
    /** The file's name in the configuration folder. */
    public static final String NAME = "dnslists.tsv";

    private static final List<String> COLUMNS = List.of("zone", "asks", "answers", "points", "listed", "meaning");
    private static final String STANDARD = "standard";
    private static final Pattern ZONE = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})+");
    private static final double POINTS_AT_MOST = 5;
    private static final int ZONES_AT_MOST = 50;

    private DnsListsFile() {}

    /**
     * The lists in a folder's file; none when there is no such file.
     *
     * @throws SettingException for the first thing that is wrong
     */
    public static List<DnsList> in(Path confFolder) {
        Path file = confFolder.resolve(NAME);
        try {
            return Files.exists(file) ? parse(file.toString(), Files.readString(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the file's text itself.
     *
     * @param place what to call the text in an error
     * @throws SettingException for the first thing that is wrong
     */
    public static List<DnsList> parse(String place, String text) {
        Map<String, DnsList> lists = new LinkedHashMap<>();
        for (Row row : Table.parse(place, text, COLUMNS).rows()) {
            DnsList read = list(row);
            lists.merge(read.zone(), read, (earlier, added) -> merged(row, earlier, added));
            if (lists.size() > ZONES_AT_MOST) {
                throw row.error(read.zone(), "is one zone too many", "At most " + ZONES_AT_MOST + " can be asked.");
            }
        }
        return List.copyOf(lists.values());
    }

    private static DnsList list(Row row) {
        String zone = row.values().get(0).toLowerCase(Locale.ROOT);
        if (!ZONE.matcher(zone).matches()) {
            throw row.error(zone, "is no name of a zone", "Write a domain such as 'bl.example.org'.");
        }
        ListLine line = new ListLine(asks(row, zone), answers(row, zone), points(row, zone), meaning(row, zone));
        if (line.points() < 0 && !line.asks().equals(Set.of(Subject.CLIENT))) {
            throw row.error(
                    zone,
                    "speaks for something that a sender can make up",
                    "Negative points are possible for 'client' alone.");
        }
        DnsList list = new DnsList(zone, row.values().get(4), List.of(line));
        return new DnsList(zone, listed(row, list), list.lines());
    }

    private static DnsList merged(Row row, DnsList earlier, DnsList added) {
        if (earlier.isOfAddresses() != added.isOfAddresses()) {
            throw mixed(row, added.zone());
        }
        if (!earlier.listed().equals(added.listed())) {
            throw row.error(added.zone(), "has two test entries", "Write the same in 'listed' on all lines of a zone.");
        }
        List<ListLine> lines = new ArrayList<>(earlier.lines());
        lines.addAll(added.lines());
        return new DnsList(earlier.zone(), earlier.listed(), lines);
    }

    private static SettingException mixed(Row row, String zone) {
        return row.error(
                zone,
                "is asked about addresses and about domains",
                "A zone lists either: 'client' and 'received', or 'link' and 'sender'.");
    }

    private static Set<Subject> asks(Row row, String zone) {
        List<String> known = Arrays.stream(Subject.values()).map(Subject::word).toList();
        Set<Subject> asks = EnumSet.noneOf(Subject.class);
        for (String word : Splitter.on(',').trimResults().split(row.values().get(1))) {
            if (!known.contains(word)) {
                throw row.error(
                        zone, "unknown word '" + word + "' in asks", SettingException.remedyForName(word, known));
            }
            asks.add(Subject.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        if (asks.stream().map(Subject::isAddress).distinct().count() > 1) {
            throw mixed(row, zone);
        }
        return asks;
    }

    private static List<AnswerPattern> answers(Row row, String zone) {
        try {
            return Splitter.on(',')
                    .trimResults()
                    .splitToStream(row.values().get(2))
                    .map(AnswerPattern::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw row.error(
                    zone,
                    "bad answers: " + e.getMessage(),
                    "Write addresses such as '127.0.0.2', '127.0.0.4-7', '127.0.*.1' or '127.0.0.&8', with commas.");
        }
    }

    private static double points(Row row, String zone) {
        String text = row.values().get(3);
        double points = text.matches("[+-]?\\d{1,2}(\\.\\d{1,4})?") ? Double.parseDouble(text) : 0;
        if (points == 0 || Math.abs(points) > POINTS_AT_MOST) {
            throw row.error(
                    zone, "bad points '" + text + "'", "Write a number from -5 to 5 that is not 0: log10 odds.");
        }
        return points;
    }

    private static String listed(Row row, DnsList list) {
        String text = row.values().get(4);
        if (text.equals(STANDARD)) {
            return list.isOfAddresses() ? DnsList.LISTED_ADDRESS : DnsList.LISTED_NAME;
        }
        boolean good = list.isOfAddresses()
                ? InetAddresses.isInetAddress(text)
                : ZONE.matcher(text).matches();
        if (!good) {
            throw row.error(
                    list.zone(),
                    "bad test entry '" + text + "'",
                    "Write 'standard', or " + (list.isOfAddresses() ? "an address" : "a domain") + " that is on it.");
        }
        return text;
    }

    private static String meaning(Row row, String zone) {
        String meaning = row.values().get(5);
        if (meaning.isBlank()) {
            throw row.error(zone, "has no meaning", "Say for people what it means to be listed.");
        }
        return meaning;
    }
}
