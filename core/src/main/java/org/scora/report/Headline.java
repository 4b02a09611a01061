package org.scora.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.journal.Outcome;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Summary;

/** The one sentence that a report begins with: how much came, and what needs attention. */
final class Headline {
    private final Said said;

    Headline(Said said) {
        this.said = said;
    }

    String of(Contents contents, int tips) {
        Summary now = contents.now();
        String needs = Stream.of(
                        state(contents),
                        counted("returned", now.messages(Outcome.RETURNED)),
                        counted("overdue", contents.overdue()),
                        counted("failed", now.messages(Outcome.FAILED)),
                        counted("advice", tips))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Stream.of(
                                Optional.of(volume(now)),
                                counted("released", now.released()),
                                Optional.of(needs.isEmpty() ? said.say("head.calm") : needs))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private String volume(Summary now) {
        return now.messages() == 0
                ? said.say("head.empty")
                : said.say("head.volume", now.messages(), said.numbers().share(now.unwanted(), now.messages()));
    }

    private Optional<String> state(Contents contents) {
        return switch (contents.state()) {
            case ACTIVE -> Optional.empty();
            case PENDING -> Optional.of(said.say("head.pending"));
            case SUSPENDED -> Optional.of(said.say("head.suspended"));
        };
    }

    private Optional<String> counted(String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(said.say("head." + key, count));
    }
}
