package org.scora.prefilter;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.domain.Refusal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.policy.Disposition;
import org.scora.score.Category;

/**
 * Something that was refused.
 *
 * @param recipient as the client gave it; empty before there was one
 * @param domain the recipient's protected domain; empty when it has none
 */
record Refused(Instant at, Attempt attempt, String recipient, String domain, Refusal refusal) {
    private static final int LONGEST_NAME = 255;

    JournalLine line(String receipt) {
        return new JournalLine(
                receipt,
                at,
                attempt.client().map(InetAddress::getHostAddress),
                attempt.sender(),
                recipient.toLowerCase(Locale.ROOT),
                "",
                attempt.size().orElse(0),
                List.of(),
                0,
                Category.SPAM,
                Disposition.NORMAL,
                refusal.text(),
                Outcome.REFUSED,
                detail(0),
                Optional.empty(),
                passage());
    }

    private Passage passage() {
        return new Passage(
                Optional.empty(),
                attempt.helo().map(Refused::bounded),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** @param more how many further refusals the line stands for */
    String detail(long more) {
        String answer = "answered " + refusal.code() + " " + refusal.enhancedCode();
        String greeted = attempt.helo()
                .map(Refused::bounded)
                .map(name -> ", greeted as " + name)
                .orElse("");
        String others = more == 0
                ? ""
                : "; and " + more + " more like it"
                        + attempt.network().map(network -> " from " + network).orElse("")
                        + (domain.isEmpty() ? "" : " to " + domain);
        return answer + greeted + others;
    }

    private static String bounded(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
