package org.scora.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.policy.Disposition;
import org.scora.report.ReportView.Row;
import org.scora.report.ReportView.Table;
import org.scora.report.contents.Contents;
import org.scora.report.contents.ScoreSpread;
import org.scora.report.contents.Volume;
import org.scora.report.contents.Volume.Span;

/** The numbers of the pictures as tables, and what the pictures show in a sentence. */
final class SpanTables {
    private static final int HOURS = 24;

    private final Said said;
    private final Locale locale;
    private final ZoneId zone;

    SpanTables(Said said, ReportReader reader) {
        this.said = said;
        this.locale = reader.words().locale();
        this.zone = reader.zone();
    }

    List<Table> of(Contents contents) {
        return contents.now().messages()
                                + contents.now().refusedForGood()
                                + contents.now().putOff()
                        == 0
                ? List.of()
                : Stream.of(volume(contents.volume()), hours(contents.volume()), scores(contents.scores()))
                        .filter(table -> !table.rows().isEmpty())
                        .toList();
    }

    /** How a span is called, such as {@code Mon 16 Nov} or {@code 14:00}. */
    String name(Volume.Unit unit, Instant begin) {
        String pattern = switch (unit) {
            case HOUR -> "EEE HH:mm";
            case DAY -> "EEE d MMM";
            case WEEK -> "d MMM";
        };
        return format(pattern, begin);
    }

    /** The same in a few letters, such as {@code Mon 16}. */
    String label(Volume.Unit unit, Instant begin) {
        return unit == Volume.Unit.DAY ? format("EEE d", begin) : name(unit, begin);
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
    }

    private Table volume(Volume volume) {
        List<String> heads = Stream.concat(
                        Arrays.stream(Disposition.values()).map(said::name), Stream.of(said.say("disposition.refused")))
                .toList();
        return new Table(
                said.say("section.volume"),
                Optional.empty(),
                heads,
                volume.spans().stream().map(span -> row(volume.unit(), span)).toList());
    }

    private Row row(Volume.Unit unit, Span span) {
        return new Row(
                name(unit, span.begin()),
                "",
                Stream.concat(Arrays.stream(Disposition.values()).map(span::of), Stream.of(span.refused()))
                        .map(count -> said.numbers().whole(count))
                        .toList());
    }

    private Table hours(Volume volume) {
        return new Table(
                said.say("section.hours"),
                Optional.empty(),
                List.of(said.say("column.wanted"), said.say("column.unwanted")),
                volume.hours().stream()
                        .filter(hour -> hour.wanted() + hour.unwanted() > 0)
                        .map(hour -> new Row(hour(hour.hour()), "", said.whole(hour.wanted(), hour.unwanted())))
                        .toList());
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour % HOURS);
    }

    private Table scores(ScoreSpread scores) {
        return new Table(
                said.say("section.scores"),
                Optional.of(thresholds(scores)).filter(text -> !text.isEmpty()),
                List.of(said.say("column.messages")),
                scores.bars().stream()
                        .filter(bar -> bar.all() > 0)
                        .map(bar -> new Row(score(bar.score()), "", said.whole(bar.all())))
                        .toList());
    }

    private String score(double score) {
        return said.numbers().decimal(String.format(Locale.ROOT, "%.1f", score));
    }

    /** From which score on something is done, the mildest first. */
    String thresholds(ScoreSpread scores) {
        return scores.thresholds().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(threshold -> threshold(threshold.getKey(), threshold.getValue()))
                .collect(Collectors.joining(", "));
    }

    String threshold(Disposition disposition, double score) {
        return said.say("chart.threshold", said.name(disposition), score(score));
    }

    String saysVolume(Volume volume) {
        Span busiest = volume.spans().stream()
                .max((one, other) -> Long.compare(one.taken(), other.taken()))
                .orElseThrow();
        String key = switch (volume.unit()) {
            case HOUR -> "picture.volume-hour";
            case DAY -> "picture.volume";
            case WEEK -> "picture.volume-week";
        };
        return said.say(
                key, name(volume.unit(), busiest.begin()), said.numbers().whole(busiest.taken()));
    }

    String saysHours(Volume volume) {
        int worst = volume.hours().stream()
                .max((one, other) -> Long.compare(one.unwanted(), other.unwanted()))
                .orElseThrow()
                .hour();
        return said.say("picture.hours", hour(worst), hour(worst + 1));
    }

    String saysScores(ScoreSpread scores) {
        return said.say("picture.scores", thresholds(scores));
    }
}
