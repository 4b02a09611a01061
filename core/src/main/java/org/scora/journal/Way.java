package org.scora.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.score.Verdict;
import org.scora.score.WeighedFinding;
import org.scora.score.Weights;

/** Tells the way of a message in sentences. */
record Way(Weights weights, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int TOLD_FINDINGS = 6;

    /** @param opinions of this message */
    List<String> of(JournalLine line, List<Opinion> opinions) {
        List<String> way = new ArrayList<>();
        way.add(arrival(line));
        if (line.outcome() != Outcome.REFUSED) {
            line.facts().ifPresent(facts -> way.add(proof(facts.authentication())));
            way.add(score(line));
            way.add("Decision: " + line.disposition().word() + ", since " + line.reason() + ".");
        }
        opinions.stream()
                .filter(opinion -> opinion.recipient().equals(line.recipient()))
                .map(this::opinion)
                .forEach(way::add);
        way.add(end(line));
        return way;
    }

    private String arrival(JournalLine line) {
        Passage passage = line.passage();
        return time(line.receivedAt()) + ": "
                + line.clientAddress().map(address -> address + " ").orElse("a client ")
                + passage.helo().map(name -> "(" + name + ") ").orElse("")
                + "brought it"
                + passage.tls().map(version -> " over " + version).orElse("")
                + " from " + line.sender().map(sender -> "<" + sender + ">").orElse("the null sender")
                + (line.recipient().isEmpty() ? "" : " for <" + line.recipient() + ">")
                + (line.size() == 0 ? "" : String.format(Locale.ROOT, ", %,d bytes", line.size()))
                + (line.subject().isEmpty() ? "" : ", subject \"" + line.subject() + "\"")
                + passage.messageId().map(id -> ", Message-ID " + id).orElse("") + ".";
    }

    private static String proof(Authentication proven) {
        String spf = "SPF " + proven.spf().word()
                + proven.spfDomain().map(domain -> " for " + domain).orElse("");
        String dkim = proven.dkim().isEmpty()
                ? "no DKIM signature"
                : proven.dkim().stream().map(Way::signature).distinct().collect(Collectors.joining(", "));
        String dmarc = "DMARC " + proven.dmarc().word()
                + proven.fromDomain()
                        .map(domain -> " for " + domain + " in From")
                        .orElse("");
        String arc = proven.arc() == Result.NONE ? "" : "; ARC " + proven.arc().word();
        return "Sender: " + spf + "; " + dkim + "; " + dmarc + arc + ".";
    }

    private static String signature(Signature signature) {
        return "DKIM " + signature.result().word() + " for " + signature.domain();
    }

    private String score(JournalLine line) {
        Optional<Double> certainty = line.certainty();
        if (certainty.isEmpty()) {
            return "It was not scored.";
        }
        String took = line.passage()
                .scoredIn()
                .map(time -> " in " + time.toMillis() + " ms")
                .orElse("");
        return String.format(
                        Locale.ROOT,
                        "Score%s: %.1f, %.2f %% certain to be unwanted (%s)",
                        took,
                        line.score(),
                        certainty.get() * 100,
                        line.category().name().toLowerCase(Locale.ROOT))
                + findings(line) + ".";
    }

    private String findings(JournalLine line) {
        String told = line.facts()
                .map(facts -> facts.verdict(weights))
                .map(Way::weighed)
                .orElseGet(() -> line.findings().stream().limit(TOLD_FINDINGS).collect(Collectors.joining(", ")));
        return told.isEmpty() ? "" : "; what weighed most: " + told;
    }

    private static String weighed(Verdict verdict) {
        return verdict.findings().stream()
                .filter(weighed -> weighed.points() != 0)
                .limit(TOLD_FINDINGS)
                .map(Way::weighed)
                .collect(Collectors.joining(", "));
    }

    private static String weighed(WeighedFinding weighed) {
        return String.format(Locale.ROOT, "%s %+.1f", weighed.finding().name(), weighed.points());
    }

    private String opinion(Opinion opinion) {
        String what = switch (opinion.kind()) {
            case RELEASED -> "released it";
            case ALLOWED -> "put its sender on the allowlist";
            case WANTED -> "said that it is wanted";
            case UNWANTED -> "said that it is unwanted";
        };
        return time(opinion.at()) + ": " + opinion.by() + " " + what + ".";
    }

    private String end(JournalLine line) {
        String detail = line.detail().isEmpty() ? "" : ": " + line.detail();
        return switch (line.outcome()) {
            case QUEUED -> "It waits in the queue to its destination" + detail + ".";
            case DELIVERED -> delivered(line);
            case HELD -> "It was put into the quarantine. What became of it: scora quarantine show " + line.receipt();
            case RELEASED -> "It is released and in the queue to its destination" + detail + ".";
            case DELETED -> "It was deleted" + detail + ".";
            case RETURNED -> "It could not be delivered, and its sender was told" + detail + ".";
            case FAILED -> "It could not be worked on and is kept for the operator" + detail + ".";
            case REFUSED -> "It was refused, so that its sender has it still: " + line.reason() + detail(line);
        };
    }

    private static String detail(JournalLine line) {
        return line.detail().isEmpty() ? "" : " (" + line.detail() + ")";
    }

    private String delivered(JournalLine line) {
        String when = line.passage()
                .deliveredAt()
                .map(at -> time(at) + ", " + period(Duration.between(line.receivedAt(), at)) + " after it came: ")
                .orElse("");
        int end = line.detail().indexOf(": ");
        return end < 0
                ? when + "it was delivered" + (line.detail().isEmpty() ? "" : ": " + line.detail()) + "."
                : when + line.detail().substring(0, end) + " took it and answered \""
                        + line.detail().substring(end + 2) + "\".";
    }

    private static String period(Duration period) {
        if (period.toMillis() < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", period.toMillis() / 1000.0);
        }
        if (period.toHours() < 1) {
            return period.toMinutes() + " min " + period.toSecondsPart() + " s";
        }
        return period.toHours() + " h " + period.toMinutesPart() + " min";
    }

    private String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }
}
