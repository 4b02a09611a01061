package org.scora.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.domain.DomainState;
import org.scora.journal.Outcome;

/** The one sentence that a report begins with: how much came, and what needs attention. */
final class Headline {
    private Headline() {}

    static String of(DispositionReport report) {
        return volume(report) + "; " + attention(report) + ".";
    }

    private static String volume(DispositionReport report) {
        long messages = report.messages();
        if (messages == 0) {
            return "No messages in this period";
        }
        String unwanted = Numbers.share(report.unwanted(), messages) + " unwanted";
        String released = report.released() == 0 ? "" : ", " + Numbers.whole(report.released()) + " released as wanted";
        return Numbers.counted(messages, "message", "messages") + ", " + unwanted + released;
    }

    private static String attention(DispositionReport report) {
        String needs = Stream.of(
                        domainState(report.state()),
                        counted(
                                report.messages(Outcome.RETURNED),
                                "could not be delivered and was returned to its sender",
                                "could not be delivered and were returned to their senders"),
                        counted(
                                report.overdue(),
                                "has waited for your mail server for more than an hour",
                                "have waited for your mail server for more than an hour"),
                        counted(
                                report.messages(Outcome.FAILED),
                                "could not be processed and needs the gateway's operator",
                                "could not be processed and need the gateway's operator"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return needs.isEmpty() ? "nothing needs your attention" : needs;
    }

    private static Optional<String> domainState(DomainState state) {
        return switch (state) {
            case ACTIVE -> Optional.empty();
            case PENDING -> Optional.of("the domain is not active yet, so its mail is put off");
            case SUSPENDED -> Optional.of("the domain is suspended, so its mail is put off");
        };
    }

    private static Optional<String> counted(long count, String one, String many) {
        return count == 0 ? Optional.empty() : Optional.of(Numbers.counted(count, one, many));
    }
}
