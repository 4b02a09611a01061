package org.scora.report;

import static org.scora.report.Said.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.domain.RefusalReason;
import org.scora.report.ReportView.Row;
import org.scora.report.ReportView.Table;
import org.scora.report.contents.Accuracy;
import org.scora.report.contents.Accuracy.Held;
import org.scora.report.contents.Accuracy.Judgment;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Interval;
import org.scora.report.contents.Summary;

/** The tables of how much was refused, how right the filter was, and what kind of mail came. */
final class FigureTables {
    private final Said said;

    FigureTables(Said said) {
        this.said = said;
    }

    List<Table> of(Contents contents) {
        return Stream.of(refused(contents.now(), contents.before()), right(contents.accuracy()), categories(contents))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private List<String> nowAndBefore() {
        return List.of(said.say("column.count"), said.say("column.before"));
    }

    private Table refused(Summary now, Summary before) {
        List<Row> rows = now.refused().stream()
                .map(count -> new Row(
                        said.say("refused." + word(count.reason())),
                        count.reason().passing() ? said.say("refused.later") : "",
                        said.whole(count.count(), before.refused(count.reason()))))
                .collect(Collectors.toCollection(ArrayList::new));
        before.refused().stream()
                .map(Summary.Refused::reason)
                .filter(reason -> now.refused(reason) == 0)
                .forEach(reason -> rows.add(gone(reason, before)));
        return new Table(said.say("section.refused"), Optional.of(said.say("refused.note")), nowAndBefore(), rows);
    }

    private Row gone(RefusalReason reason, Summary before) {
        return new Row(said.say("refused." + word(reason)), "", said.whole(0, before.refused(reason)));
    }

    private Table right(Accuracy accuracy) {
        List<Row> rows = accuracy.held().stream().map(this::held).collect(Collectors.toCollection(ArrayList::new));
        if (accuracy.missed().all() > 0) {
            rows.add(new Row(
                    said.say("right.missed"),
                    Said.capitalized(between(accuracy.missed())) + expected(accuracy.expectedMissed()),
                    List.of(seen(accuracy.missed()))));
        }
        String note = said.say("right.note") + (accuracy.complete() ? "" : " " + said.say("right.more"));
        return new Table(said.say("section.right"), Optional.of(note), List.of(""), rows);
    }

    private Row held(Held held) {
        String judged = said.say("right." + word(held.judgment()));
        String set = held.set()
                .map(chance ->
                        "; " + said.say("right.set", said.numbers().whole(Math.max(1, Math.round(1 / chance - 1)))))
                .orElse("");
        String enough = held.judgment() == Judgment.TOO_LITTLE
                ? "; "
                        + said.say(
                                "right.enough",
                                said.numbers()
                                        .whole(Interval.enoughFor(held.set().orElse(1.0))))
                : "; " + between(held.wrong());
        return new Row(
                said.say("right.held", said.name(held.category())), judged + set + enough, List.of(seen(held.wrong())));
    }

    private String seen(Interval interval) {
        return said.say(
                        "right.seen",
                        said.numbers().whole(interval.hits()),
                        said.numbers().whole(interval.all()))
                .replace(' ', '\u00a0');
    }

    private String between(Interval interval) {
        return said.say(
                "right.between",
                said.numbers().fine(interval.low()),
                said.numbers().fine(interval.high()));
    }

    private String expected(double number) {
        return "; " + said.say("right.expected", said.numbers().reckoned(number));
    }

    private Table categories(Contents contents) {
        return new Table(
                said.say("section.categories"),
                Optional.empty(),
                nowAndBefore(),
                contents.categories().stream()
                        .map(count ->
                                new Row(said.name(count.category()), "", said.whole(count.unwanted(), count.before())))
                        .toList());
    }
}
