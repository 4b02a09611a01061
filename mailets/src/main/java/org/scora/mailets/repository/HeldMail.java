package org.scora.mailets.repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.scora.mailets.MailStory;
import org.scora.message.Authentication;
import org.scora.message.Summary;
import org.scora.policy.Disposition;
import org.scora.policy.Reason;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.score.Category;
import org.scora.score.Verdict;

/** What the index of held messages has to know of a mail. */
final class HeldMail {
    private static final int MOST_FINDINGS = 50;

    private HeldMail() {}

    static HeldMessage of(Mail mail, long size, Instant now) {
        MailStory story = MailStory.of(mail);
        Optional<Verdict> verdict = story.verdict();
        Summary summary = story.summary();
        return new HeldMessage(
                        mail.getName(),
                        story.receipt(),
                        mail.getMaybeSender().asOptional().map(MailAddress::asString),
                        mail.getRecipients().stream().map(MailAddress::asString).toList(),
                        summary.subject(),
                        verdict.map(Verdict::score).orElse(0.0),
                        verdict.map(Verdict::category).orElse(Category.SPAM),
                        reason(story),
                        now,
                        size,
                        StoredEnvelope.of(mail).json(),
                        Optional.empty())
                .withFacts(new HeldFacts(
                        summary.messageId(),
                        summary.from(),
                        verdict.map(HeldMail::findings).orElse(List.of()),
                        verdict.map(Verdict::authentication).orElseGet(Authentication::none)));
    }

    private static List<String> findings(Verdict verdict) {
        return verdict.findings().stream()
                .limit(MOST_FINDINGS)
                .map(weighed -> weighed.finding().name())
                .toList();
    }

    private static String reason(MailStory story) {
        return Reason.forAll(story.decisionsForRecipients().stream()
                        .filter(decision -> decision.disposition() == Disposition.QUARANTINE)
                        .toList())
                .orElseGet(story::lastError);
    }
}
