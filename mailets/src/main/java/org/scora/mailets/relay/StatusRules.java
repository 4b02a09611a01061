package org.scora.mailets.relay;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.Notify;
import org.apache.mailet.DsnParameters.RecipientDsnParameters;
import org.apache.mailet.Mail;
import org.scora.mailets.MailStory;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.scora.policy.Sensitivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the sender is told what became of a mail. Whoever forges a sender must not be able to have our spam sent there
 * as DSNs, and a DSN must never cause another one (RFC 3464 section 2).
 */
final class StatusRules {
    private static final Logger LOGGER = LoggerFactory.getLogger(StatusRules.class);

    /** Of mail that nobody decided upon yet, since its domain is gone for example. */
    private static final Sensitivity DOUBTFUL = Sensitivity.parse("aggressive");

    private StatusRules() {}

    /** @param about what is to be told */
    static boolean allow(Mail mail, MailAddress recipient, Notify about) {
        return whyNot(mail, recipient, about).isEmpty();
    }

    /** The reason why the sender is not told; empty when it is. */
    static Optional<String> whyNot(Mail mail, MailAddress recipient, Notify about) {
        if (mail.getMaybeSender().isNullSender()) {
            return Optional.of("it has no sender");
        }
        if (!wanted(mail, recipient).contains(about)) {
            return Optional.of("the sender asked not to be told");
        }
        return wasTakenForSpam(mail, recipient) ? Optional.of("it was taken for spam") : Optional.empty();
    }

    /** RFC 3461 section 5.2: who said nothing is told of failures, and may be told of delays. */
    private static EnumSet<Notify> wanted(Mail mail, MailAddress recipient) {
        return of(mail, recipient)
                .flatMap(RecipientDsnParameters::getNotifyParameter)
                .orElse(EnumSet.of(Notify.FAILURE, Notify.DELAY));
    }

    /** What the sender asked for about a recipient. */
    static Optional<RecipientDsnParameters> of(Mail mail, MailAddress recipient) {
        return parameters(mail).map(all -> all.getRcptParameters().get(recipient));
    }

    /** What the sender asked for; nothing when it can not be read. */
    static Optional<DsnParameters> parameters(Mail mail) {
        try {
            return mail.dsnParameters();
        } catch (IllegalArgumentException e) {
            LOGGER.warn("the DSN parameters of mail {} can not be read", mail.getName(), e);
            return Optional.empty();
        }
    }

    private static boolean wasTakenForSpam(Mail mail, MailAddress recipient) {
        try {
            MailStory story = MailStory.of(mail);
            List<Decision> decisions = story.decisions().stream()
                    .filter(decision -> decision.recipient().equalsIgnoreCase(recipient.asString()))
                    .toList();
            return decisions.isEmpty()
                    ? story.verdict()
                            .filter(verdict -> verdict.score() >= DOUBTFUL.score())
                            .isPresent()
                    : decisions.stream().anyMatch(decision -> decision.disposition() != Disposition.NORMAL);
        } catch (IllegalArgumentException e) {
            LOGGER.warn("the decisions on mail {} can not be read", mail.getName(), e);
            return false;
        }
    }
}
