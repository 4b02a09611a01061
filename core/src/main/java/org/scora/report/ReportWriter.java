package org.scora.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.scora.domain.DomainState;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.policy.Disposition;
import org.scora.report.ReportView.Picture;
import org.scora.report.ReportView.Share;
import org.scora.report.ReportView.Table;
import org.scora.report.ReportView.Tip;
import org.scora.report.advice.Advice;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Summary;
import org.scora.score.Weights;

/** Puts reports into their readers' words. */
final class ReportWriter {
    private static final int TIP = 400;

    private final String gateway;
    private final Supplier<Weights> weights;
    private final ReportLinks links;
    private final Pictures pictures;

    ReportWriter(String gateway, Supplier<Weights> weights, ReportLinks links, Pictures pictures) {
        this.gateway = gateway;
        this.weights = weights;
        this.links = links;
        this.pictures = pictures;
    }

    /** @param attached whether what is not listed stands in an attached table */
    ReportView view(Report report, ReportReader reader, boolean attached) {
        Contents contents = report.contents();
        Said said = new Said(reader);
        Items items = new Items(said, reader.words(), weights, links);
        Optional<List<Picture>> drawn = pictures.of(contents, reader);
        return new ReportView(
                reader,
                title(contents, said),
                said.say(
                        "period-zone",
                        said.roughly(contents.period()),
                        reader.zone().getId().replace("Z", "UTC")),
                new Headline(said).of(contents, report.advice().size()),
                hint(contents, said),
                report.advice().stream()
                        .map(advice -> tip(advice, reader.words()))
                        .toList(),
                shares(contents, said),
                all(contents, said),
                new FigureTables(said).of(contents),
                drawn.orElse(List.of()),
                drawn.isPresent() ? Optional.empty() : Optional.of(said.say("picture.none")),
                new SpanTables(said, reader).of(contents),
                lists(contents, said, reader),
                contents.details().troubled().stream().map(items::troubled).toList(),
                contents.details().kept().stream().map(items::kept).toList(),
                more(contents, said, attached),
                contents.now().messages(Outcome.HELD) > 0,
                said.say("made", Harmless.unlinked(gateway), said.moment(contents.madeAt())));
    }

    String subject(Contents contents, ReportReader reader) {
        Said said = new Said(reader);
        return said.say("subject", about(contents, said), said.roughly(contents.period()));
    }

    private static String about(Contents contents, Said said) {
        return contents.domain().map(Harmless::line).orElseGet(() -> said.say("all-domains"));
    }

    private static String title(Contents contents, Said said) {
        return said.say("title", about(contents, said));
    }

    private Optional<String> hint(Contents contents, Said said) {
        boolean expected = contents.now().messages() == 0
                && contents.state() == DomainState.ACTIVE
                && contents.domain().isPresent();
        return expected ? Optional.of(said.say("hint", gateway)) : Optional.empty();
    }

    private static Tip tip(Advice advice, Wording words) {
        Object[] values = advice.values().stream()
                .map(value -> value instanceof String text ? Harmless.text(text, TIP) : value)
                .toArray();
        return new Tip(
                words.say("advice." + advice.name(), values),
                words.say("advice." + advice.name() + ".evidence", values),
                advice.command());
    }

    private static List<Share> shares(Contents contents, Said said) {
        return contents.now().messages() == 0
                ? List.of()
                : Arrays.stream(Disposition.values())
                        .map(disposition -> share(disposition, contents, said))
                        .toList();
    }

    private static Share share(Disposition disposition, Contents contents, Said said) {
        Summary now = contents.now();
        long count = now.messages(disposition);
        String outcomes = Arrays.stream(Outcome.values())
                .map(outcome -> new OutcomeCount(disposition, outcome, now.messages(disposition, outcome)))
                .filter(counted -> counted.count() > 0)
                .sorted(Comparator.comparing(OutcomeCount::count).reversed())
                .map(counted -> said.counted(disposition, counted.outcome(), counted.count()))
                .collect(Collectors.joining(", "));
        return new Share(
                said.name(disposition),
                Pictures.color(disposition),
                said.numbers().whole(count),
                said.numbers().share(count, now.messages()),
                Numbers.percent(count, now.messages()),
                said.numbers().whole(contents.before().messages(disposition)),
                outcomes);
    }

    private static Share all(Contents contents, Said said) {
        long count = contents.now().messages();
        return new Share(
                said.say("all"),
                "",
                said.numbers().whole(count),
                said.numbers().share(count, count),
                100,
                said.numbers().whole(contents.before().messages()),
                "");
    }

    private List<Table> lists(Contents contents, Said said, ReportReader reader) {
        return new ListTables(said, reader.words(), weights).of(contents.tables());
    }

    private static Optional<String> more(Contents contents, Said said, boolean attached) {
        return contents.omitted() == 0
                ? Optional.empty()
                : Optional.of(said.say(attached ? "more-csv" : "more", contents.omitted()));
    }
}
