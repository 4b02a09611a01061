package org.scora.mailets;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.domain.ServiceAddresses;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.ScoredFacts;
import org.scora.message.Summary;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.score.Category;
import org.scora.score.Verdict;

/** Makes journal lines of what a mail's attributes tell, one for each recipient. */
public final class JournalLines {
    private static final int MOST_FINDINGS = 50;
    private static final String UNDECIDED = "nothing was decided for this recipient";

    private JournalLines() {}

    public static List<JournalLine> of(MailStory story, Outcome outcome, Clock clock) {
        List<Decision> decisions = story.decisions();
        Optional<Verdict> verdict = story.verdict();
        // Read once: a mail may have many recipients.
        Summary summary = story.summary();
        return story.recipients().stream()
                .map(recipient -> line(story, summary, verdict, decisionFor(recipient, decisions), outcome, clock))
                .toList();
    }

    private static JournalLine line(
            MailStory story,
            Summary summary,
            Optional<Verdict> verdict,
            Decision decision,
            Outcome outcome,
            Clock clock) {
        return new JournalLine(
                story.receipt(),
                story.receivedAt(clock),
                story.clientAddress().map(InetAddress::getHostAddress),
                story.sender(),
                ServiceAddresses.withoutToken(decision.recipient().toLowerCase(Locale.ROOT)),
                summary.subject(),
                summary.size(),
                verdict.map(JournalLines::findings).orElse(List.of()),
                verdict.map(Verdict::score).orElse(0.0),
                verdict.map(Verdict::category).orElse(Category.SPAM),
                decision.disposition(),
                decision.reason(),
                outcome,
                story.lastError(),
                verdict.map(known -> ScoredFacts.of(known, summary.from())),
                new Passage(summary.messageId(), story.helo(), story.tls(), story.scoredIn(), Optional.empty()));
    }

    private static Decision decisionFor(String recipient, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.recipient().equalsIgnoreCase(recipient))
                .findFirst()
                .orElse(new Decision(recipient, Disposition.NORMAL, UNDECIDED));
    }

    private static List<String> findings(Verdict verdict) {
        return verdict.findings().stream()
                .limit(MOST_FINDINGS)
                .map(weighed -> weighed.finding().name())
                .toList();
    }
}
