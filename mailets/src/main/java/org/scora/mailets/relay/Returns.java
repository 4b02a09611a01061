package org.scora.mailets.relay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;
import org.scora.journal.Outcome;
import org.scora.mailets.MailStory;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what can not be delivered: hands it to the processor that writes the DSN (RFC 3464), or notes why there is
 * none. Whoever forges a sender must not be able to have our spam sent there as bounces.
 */
final class Returns {
    private static final Logger LOGGER = LoggerFactory.getLogger(Returns.class);
    // The names that the stock DSNBounce and bounce matchers read
    private static final String DELIVERY_ERROR = "delivery-error";
    private static final String DELIVERY_ERROR_CODE = "delivery-error-code";
    private static final String IS_PERMANENT = "is-delivery-permanent-error";

    private final MailetContext context;
    private final String bounceProcessor;
    private final RelayJournal journal;

    Returns(MailetContext context, String bounceProcessor, RelayJournal journal) {
        this.context = context;
        this.bounceProcessor = bounceProcessor;
        this.journal = journal;
    }

    /** Returns once every bounce is in the queue. */
    void giveBack(Mail mail, byte[] source, Map<MailAddress, DeliveryResult> failures) throws MessagingException {
        Map<DeliveryResult, List<MailAddress>> bounces = failures.keySet().stream()
                .filter(recipient -> whyNoBounce(mail, recipient).isEmpty())
                .collect(Collectors.groupingBy(failures::get, LinkedHashMap::new, Collectors.toList()));
        int number = 0;
        for (Map.Entry<DeliveryResult, List<MailAddress>> bounce : bounces.entrySet()) {
            send(mail, ++number, source, bounce.getKey(), bounce.getValue());
        }
        failures.forEach((recipient, failure) -> journal.note(
                mail,
                recipient,
                Outcome.RETURNED,
                whyNoBounce(mail, recipient).orElse("returned to the sender") + ", " + failure.detail()));
    }

    private void send(Mail mail, int number, byte[] source, DeliveryResult failure, List<MailAddress> recipients)
            throws MessagingException {
        MailImpl bounce = MailCopy.of(mail, mail.getName() + "-returned-" + number, recipients, source);
        try {
            Attempts.forgetOn(bounce);
            bounce.setErrorMessage(failure.detail());
            bounce.setAttribute(Attribute.convertToAttribute(DELIVERY_ERROR, statusWithComment(failure)));
            bounce.setAttribute(Attribute.convertToAttribute(
                    DELIVERY_ERROR_CODE, failure.reply().code()));
            bounce.setAttribute(Attribute.convertToAttribute(IS_PERMANENT, true));
            context.sendMail(bounce, bounceProcessor);
        } finally {
            LifecycleUtil.dispose(bounce);
        }
    }

    /** DSNBounce writes this into the Status field, where a comment may only stand behind the code (RFC 3464 2.3.4). */
    private static String statusWithComment(DeliveryResult failure) {
        String comment = failure.detail().replace('(', '[').replace(')', ']').replace('\\', '/');
        return failure.reply().enhancedCode() + " (" + comment + ")";
    }

    private static Optional<String> whyNoBounce(Mail mail, MailAddress recipient) {
        if (mail.getMaybeSender().isNullSender()) {
            return Optional.of("not returned since it has no sender");
        }
        return wasTakenForSpam(mail, recipient)
                ? Optional.of("not returned since it was taken for spam")
                : Optional.empty();
    }

    private static boolean wasTakenForSpam(Mail mail, MailAddress recipient) {
        return decisions(mail).stream()
                .filter(decision -> decision.recipient().equalsIgnoreCase(recipient.asString()))
                .anyMatch(decision -> decision.disposition() != Disposition.NORMAL);
    }

    private static List<Decision> decisions(Mail mail) {
        try {
            return MailStory.of(mail).decisions();
        } catch (IllegalArgumentException e) {
            LOGGER.warn("the decisions on mail {} can not be read", mail.getName(), e);
            return List.of();
        }
    }
}
