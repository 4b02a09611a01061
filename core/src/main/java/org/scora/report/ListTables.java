package org.scora.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.scora.journal.Totals.Destination;
import org.scora.journal.Totals.FoundIn;
import org.scora.journal.Totals.Source;
import org.scora.report.ReportView.Row;
import org.scora.report.ReportView.Table;
import org.scora.report.contents.AllowEntry;
import org.scora.report.contents.Cluster;
import org.scora.report.contents.Contents.Tables;
import org.scora.report.contents.Tried;
import org.scora.score.Weight;
import org.scora.score.Weights;

/** The tables of whom and what the mail concerns. */
final class ListTables {
    private static final int NAME = 80;
    private static final int SUBJECT = 100;

    private final Said said;
    private final Wording words;
    private final Supplier<Weights> weights;

    ListTables(Said said, Wording words, Supplier<Weights> weights) {
        this.said = said;
        this.words = words;
        this.weights = weights;
    }

    List<Table> of(Tables tables) {
        return Stream.of(
                        table(
                                "kinds",
                                List.of("messages"),
                                tables.kinds().stream().map(this::kind).toList()),
                        table(
                                "bothered",
                                List.of("kept", "messages"),
                                tables.bothered().stream()
                                        .map(row -> row(row.recipient(), "", row.kept(), row.copies()))
                                        .toList()),
                        table(
                                "sources",
                                List.of("kept", "messages"),
                                tables.sources().stream().map(this::source).toList()),
                        table(
                                "findings",
                                List.of("kept", "messages"),
                                tables.findings().stream().map(this::finding).toList()),
                        table(
                                "destinations",
                                List.of("messages"),
                                tables.destinations().stream()
                                        .map(this::destination)
                                        .toList()),
                        table(
                                "allow",
                                List.of(),
                                tables.allowEntries().stream().map(this::entry).toList()),
                        table(
                                "unknown",
                                List.of("times"),
                                tables.unknownRecipients().stream()
                                        .map(this::tried)
                                        .toList()))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private Table table(String name, List<String> heads, List<Row> rows) {
        return new Table(
                said.say("section." + name),
                Optional.empty(),
                heads.stream().map(head -> said.say("column." + head)).toList(),
                rows);
    }

    private Row row(String name, String more, long... numbers) {
        return new Row(Harmless.text(name, NAME), more, said.whole(numbers));
    }

    private Row kind(Cluster cluster) {
        String subject = Harmless.text(cluster.subject(), SUBJECT);
        String sender = Harmless.text(cluster.senderDomain(), NAME);
        return new Row(
                subject.isEmpty() ? words.say("item.no-subject") : subject,
                said.say(
                        "kind.sub",
                        sender.isEmpty() ? words.say("item.no-sender") : sender,
                        cluster.senders(),
                        cluster.recipients(),
                        said.moment(cluster.first())),
                said.whole(cluster.copies()));
    }

    private Row source(Source source) {
        boolean bounces = source.senderDomain().isEmpty();
        String proof = source.proven() == 0
                ? said.say("source.unproven")
                : said.say("source.proven", said.numbers().share(source.proven(), source.copies()));
        return row(
                bounces ? said.say("source.bounces") : source.senderDomain(),
                bounces ? "" : proof,
                source.kept(),
                source.copies());
    }

    private Row finding(FoundIn found) {
        String sentence = weights.get()
                .of(found.finding())
                .flatMap(weight -> sentence(weight))
                .orElse("");
        return new Row(
                sentence.isEmpty() ? Harmless.line(found.finding()) : Harmless.text(sentence, 2 * NAME),
                sentence.isEmpty() ? "" : Harmless.line(found.finding()),
                said.whole(found.kept(), found.copies()));
    }

    private Optional<String> sentence(Weight weight) {
        return words.finding(weight.name(), weight.sentence());
    }

    private Row destination(Destination destination) {
        String times = destination.slowest().isZero()
                ? ""
                : Said.capitalized(said.say(
                        "destination.times",
                        Numbers.duration(destination.usual()),
                        Numbers.duration(destination.slowest())));
        return row(destination.host(), times, destination.copies());
    }

    private Row entry(AllowEntry entry) {
        List<String> why = new ArrayList<>();
        if (entry.spoofable()) {
            why.add(said.say("allow.spoofable"));
        }
        if (entry.unproven() > 0) {
            why.add(said.say("allow.unproven", said.numbers().whole(entry.unproven())));
        }
        entry.expires().ifPresent(end -> why.add(said.say("allow.expires", said.day(end))));
        if (entry.used().filter(used -> used == 0).isPresent()) {
            why.add(said.say("allow.unused"));
        }
        return row(entry.pattern(), Said.capitalized(String.join("; ", why)));
    }

    private Row tried(Tried tried) {
        String sub = tried.known() == 0
                ? said.say("unknown.sub", tried.senders())
                : said.say("unknown.known", tried.senders(), said.numbers().whole(tried.known()));
        return row(tried.recipient(), Said.capitalized(sub), tried.times());
    }
}
