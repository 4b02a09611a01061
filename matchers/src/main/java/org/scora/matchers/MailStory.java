package org.scora.matchers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.james.core.MailAddress;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;
import org.scora.message.Authentication;
import org.scora.message.Envelope;
import org.scora.message.MailAttributes;
import org.scora.message.Summary;
import org.scora.policy.Decision;
import org.scora.policy.MailNotes;
import org.scora.policy.Sender;
import org.scora.score.Verdict;

/** What the mailets found out about a mail, by its attributes; see {@link MailAttributes}. */
record MailStory(Mail mail) {

    /** What Score read of the message; next to nothing when it has not seen it. */
    Summary summary() {
        return notes().summary();
    }

    Optional<Verdict> verdict() {
        return notes().verdict();
    }

    List<Decision> decisions() {
        return notes().decisions();
    }

    /** Who sent the mail, and what is proven of it; nothing is proven of a mail that was not scored. */
    Sender sender() {
        return Sender.of(
                new Envelope(
                        MailNotes.clientAddress(mail.getRemoteAddr()),
                        AttributeUtils.getValueAndCastFromMail(mail, Mail.SMTP_HELO, String.class),
                        mail.getMaybeSender().asOptional().map(MailAddress::asString),
                        List.of()),
                summary().from(),
                verdict().map(Verdict::authentication).orElseGet(Authentication::none));
    }

    /** The recipients that a question holds for. */
    Collection<MailAddress> recipientsFor(Predicate<String> holds) {
        return mail.getRecipients().stream()
                .filter(recipient -> holds.test(recipient.asString()))
                .toList();
    }

    /** All recipients when the mail's verdict answers yes; none when it does not, or when there is no verdict. */
    Collection<MailAddress> allIf(Predicate<Verdict> holds) {
        return verdict().filter(holds).isPresent() ? mail.getRecipients() : List.of();
    }

    private MailNotes notes() {
        return new MailNotes(this::text);
    }

    private Optional<String> text(String attribute) {
        return AttributeUtils.getValueAndCastFromMail(mail, AttributeName.of(attribute), String.class);
    }
}
