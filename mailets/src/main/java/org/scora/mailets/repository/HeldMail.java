package org.scora.mailets.repository;

import java.time.Instant;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.scora.mailets.MailStory;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.quarantine.HeldMessage;
import org.scora.score.Category;
import org.scora.score.Verdict;

/** What the index of held messages has to know of a mail. */
final class HeldMail {
    private HeldMail() {}

    static HeldMessage of(Mail mail, long size, Instant now) {
        MailStory story = MailStory.of(mail);
        Optional<Verdict> verdict = story.verdict();
        return new HeldMessage(
                mail.getName(),
                story.receipt(),
                mail.getMaybeSender().asOptional().map(MailAddress::asString),
                mail.getRecipients().stream().map(MailAddress::asString).toList(),
                story.summary().subject(),
                verdict.map(Verdict::score).orElse(0.0),
                verdict.map(Verdict::category).orElse(Category.SPAM),
                reason(story),
                now,
                size,
                StoredEnvelope.of(mail).json(),
                Optional.empty());
    }

    private static String reason(MailStory story) {
        return story.decisionsForRecipients().stream()
                .filter(decision -> decision.disposition() == Disposition.QUARANTINE)
                .map(Decision::reason)
                .findFirst()
                .orElseGet(story::lastError);
    }
}
