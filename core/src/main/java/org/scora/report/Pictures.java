package org.scora.report;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.scora.policy.Disposition;
import org.scora.report.ReportView.Picture;
import org.scora.report.contents.Contents;
import org.scora.report.contents.ScoreSpread;
import org.scora.report.contents.Volume;
import org.scora.report.contents.Volume.OfHour;
import org.scora.report.contents.Volume.Span;
import org.scora.report.picture.Charts;
import org.scora.report.picture.Charts.Mark;
import org.scora.report.picture.Charts.Series;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of a report. One report draws at a time, so that many of them need no more memory than one. */
final class Pictures {
    private static final Logger LOGGER = LoggerFactory.getLogger(Pictures.class);
    private static final int MOST_LABELS = 10;
    private static final int HOURS = 24;
    private static final int EVERY_THIRD = 3;
    private static final Color REFUSED = new Color(0x9aa5ad);

    private final Drawing drawing;
    private final Semaphore pen = new Semaphore(1);

    /** How it is drawn. */
    interface Drawing {
        Charts charts(ReportReader reader);
    }

    Pictures() {
        this(reader -> new Charts(reader.words().locale()));
    }

    Pictures(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The color of a disposition, as it stands in HTML. */
    static String color(Disposition disposition) {
        return switch (disposition) {
            case NORMAL -> "#3f8f7a";
            case FLAG_SUBJECT -> "#d9a441";
            case QUARANTINE -> "#cf6f3c";
            case DELETE -> "#b24a5c";
        };
    }

    private static Color paint(Disposition disposition) {
        return Color.decode(color(disposition));
    }

    /** Empty where they can not be drawn: a report goes out without them. */
    Optional<List<Picture>> of(Contents contents, ReportReader reader) {
        if (contents.now().messages() == 0) {
            return Optional.of(List.of());
        }
        pen.acquireUninterruptibly();
        try {
            return Optional.of(draw(contents, new Said(reader), new SpanTables(new Said(reader), reader), reader));
        } catch (RuntimeException | LinkageError | InternalError e) {
            LOGGER.warn("a report goes without pictures, which can not be drawn here: {}", e.toString());
            return Optional.empty();
        } finally {
            pen.release();
        }
    }

    private List<Picture> draw(Contents contents, Said said, SpanTables spans, ReportReader reader) {
        Charts charts = drawing.charts(reader);
        Volume volume = contents.volume();
        return Stream.of(
                        picture("volume", said, spans.saysVolume(volume), volume(charts, volume, said, spans)),
                        picture("hours", said, spans.saysHours(volume), hours(charts, volume, said)),
                        picture(
                                "scores",
                                said,
                                spans.saysScores(contents.scores()),
                                scores(charts, contents, said, spans)))
                .filter(picture -> picture.png().length > 0)
                .toList();
    }

    private static Picture picture(String name, Said said, String says, byte[] png) {
        return new Picture(name, said.say("section." + name), says, png, Charts.SHOWN);
    }

    private static byte[] volume(Charts charts, Volume volume, Said said, SpanTables spans) {
        List<Span> all = volume.spans();
        Stream<Series> taken = Arrays.stream(Disposition.values())
                .filter(disposition -> all.stream().anyMatch(span -> span.of(disposition) > 0))
                .map(disposition ->
                        series(said.name(disposition), paint(disposition), all, span -> span.of(disposition)));
        Stream<Series> refused = Stream.of(series(said.say("disposition.refused"), REFUSED, all, Span::refused))
                .filter(series -> series.values().stream().anyMatch(count -> count > 0));
        return charts.stacked(
                all.stream()
                        .map(span -> spans.label(volume.unit(), span.begin()))
                        .toList(),
                MOST_LABELS,
                Stream.concat(taken, refused).toList());
    }

    private static byte[] hours(Charts charts, Volume volume, Said said) {
        return charts.stacked(
                volume.hours().stream().map(hour -> label(hour.hour())).toList(),
                HOURS,
                List.of(
                        series(said.say("chart.wanted"), paint(Disposition.NORMAL), volume.hours(), OfHour::wanted),
                        series(
                                said.say("chart.unwanted"),
                                paint(Disposition.QUARANTINE),
                                volume.hours(),
                                OfHour::unwanted)));
    }

    // Each column needs a label of its own; every third one is to be read.
    private static String label(int hour) {
        return hour % EVERY_THIRD == 0 ? Integer.toString(hour) : " ".repeat(hour);
    }

    private static byte[] scores(Charts charts, Contents contents, Said said, SpanTables spans) {
        ScoreSpread scores = contents.scores();
        if (scores.bars().isEmpty()) {
            return new byte[0];
        }
        List<Series> series = Arrays.stream(Disposition.values())
                .map(disposition -> series(
                        said.name(disposition),
                        paint(disposition),
                        scores.bars(),
                        bar -> bar.copies().getOrDefault(disposition, 0L)))
                .filter(one -> one.values().stream().anyMatch(count -> count > 0))
                .toList();
        List<Mark> marks = scores.thresholds().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(threshold -> new Mark(
                        spans.threshold(threshold.getKey(), threshold.getValue()),
                        paint(threshold.getKey()),
                        threshold.getValue()))
                .toList();
        return charts.steps(
                scores.bars().stream().map(ScoreSpread.Bar::score).toList(),
                ScoreSpread.WIDTH,
                series,
                marks,
                said.say("chart.score"));
    }

    private static <T> Series series(String name, Color color, List<T> all, ToLongFunction<T> value) {
        return new Series(name, color, all.stream().map(value::applyAsLong).toList());
    }
}
