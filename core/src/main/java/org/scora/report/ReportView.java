package org.scora.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report in words, the same for the text and the HTML part. What strangers wrote is harmless; escaping is left to the
 * templates.
 *
 * @param headline the sentence that comes first
 * @param hint what to do about an empty report
 * @param tips what the reader could do
 * @param shares one for each disposition, empty when nothing came
 * @param all the last line below them
 * @param figures tables of numbers
 * @param pictures those that could be drawn
 * @param noPictures why there are none, where there could be
 * @param spans the pictures' numbers, which stand in the text alone
 * @param lists tables of whom and what it concerns
 * @param troubled messages that need attention
 * @param kept held and deleted messages
 * @param more how many of those are not listed
 * @param anyHeld whether there is something to release
 * @param made when and by whom
 */
public record ReportView(
        ReportReader reader,
        String title,
        String period,
        String headline,
        Optional<String> hint,
        List<Tip> tips,
        List<Share> shares,
        Share all,
        List<Table> figures,
        List<Picture> pictures,
        Optional<String> noPictures,
        List<Table> spans,
        List<Table> lists,
        List<Item> troubled,
        List<Item> kept,
        Optional<String> more,
        boolean anyHeld,
        String made) {

    public ReportView {
        tips = List.copyOf(tips);
        shares = List.copyOf(shares);
        figures = List.copyOf(figures);
        pictures = List.copyOf(pictures);
        spans = List.copyOf(spans);
        lists = List.copyOf(lists);
        troubled = List.copyOf(troubled);
        kept = List.copyOf(kept);
    }

    /** Something that the reader could do, why, and by which command. */
    public record Tip(String what, String why, Optional<String> command) {}

    /**
     * What became of the messages of one disposition.
     *
     * @param color for its bar; empty for the last line
     * @param percent from 0 to 100, for the bar
     * @param before how many there were in the previous period
     * @param outcomes such as "4 delivered, 1 waiting"; may be empty
     */
    public record Share(
            String name, String color, String count, String share, long percent, String before, String outcomes) {}

    /**
     * A table.
     *
     * @param note a sentence above it
     * @param heads of the columns of numbers
     */
    public record Table(String title, Optional<String> note, List<String> heads, List<Row> rows) {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A line of a table.
     *
     * @param name what it is about; may come from a stranger
     * @param more what there is to say of it; may be empty
     */
    public record Row(String name, String more, List<String> numbers) {
        public Row {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * A picture, which has more pixels than it is shown with.
     *
     * @param name by which the HTML refers to it
     * @param title above it
     * @param says what it shows, for those who do not see it
     */
    public record Picture(String name, String title, String says, byte[] png, int width) {}

    /**
     * One message.
     *
     * @param mark category letter and certainty, such as {@code S: 99.2 %}; for a message in trouble, its outcome
     * @param outcome in one word; empty for a message in trouble
     * @param reason why; for a message in trouble, what the destination answered; may be empty
     * @param acts what can be done with it, by links
     */
    public record Item(
            String when,
            String mark,
            String outcome,
            String receipt,
            String sender,
            String recipient,
            String subject,
            String reason,
            List<Act> acts) {
        public Item {
            acts = List.copyOf(acts);
        }
    }

    /** A link. */
    public record Act(String label, String address) {}

    public Wording words() {
        return reader.words();
    }

    public Brand brand() {
        return reader.brand();
    }

    /** A sentence of the report. */
    public String say(String key) {
        return words().say("report." + key);
    }

    /** The dispositions as the text part has them. */
    public Table sharesTable() {
        return new Table(
                say("section.became"),
                Optional.empty(),
                List.of(say("column.count"), say("column.share"), say("column.before")),
                Stream.concat(shares.stream(), Stream.of(all))
                        .map(share -> new Row(share.name(), "", List.of(share.count(), share.share(), share.before())))
                        .toList());
    }

    /** How many places the widest label of an item takes in the text part. */
    public int labelWidth() {
        return 2
                + Stream.of(
                                words().say("item.from"),
                                words().say("item.to"),
                                words().say("item.why"),
                                say("item.subject"))
                        .mapToInt(Columns::width)
                        .max()
                        .orElse(0);
    }

    /** A heading of the text part. */
    public String heading(String title) {
        return title.toUpperCase(words().locale());
    }
}
