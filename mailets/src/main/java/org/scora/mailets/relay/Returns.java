package org.scora.mailets.relay;

import java.time.Instant;
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
import org.apache.mailet.DsnParameters.Notify;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;
import org.scora.journal.Outcome;

/**
 * Tells the sender: hands what can not be delivered to the processor that writes the DSN, or notes why there is none,
 * and sends the notices of delay and of success. Each returns once what it sends is in the queue.
 */
final class Returns {
    // The names that the stock bounce matchers read
    private static final String DELIVERY_ERROR = "delivery-error";
    private static final String DELIVERY_ERROR_CODE = "delivery-error-code";
    private static final String IS_PERMANENT = "is-delivery-permanent-error";

    private final MailetContext context;
    private final String bounceProcessor;
    private final StatusMails statusMails;
    private final RelayJournal journal;

    Returns(MailetContext context, String bounceProcessor, StatusMails statusMails, RelayJournal journal) {
        this.context = context;
        this.bounceProcessor = bounceProcessor;
        this.statusMails = statusMails;
        this.journal = journal;
    }

    void giveBack(Mail mail, byte[] source, Map<MailAddress, DeliveryResult> failures) throws MessagingException {
        Map<DeliveryResult, List<MailAddress>> bounces = failures.keySet().stream()
                .filter(recipient -> StatusRules.allow(mail, recipient, Notify.FAILURE))
                .collect(Collectors.groupingBy(failures::get, LinkedHashMap::new, Collectors.toList()));
        int number = 0;
        for (Map.Entry<DeliveryResult, List<MailAddress>> bounce : bounces.entrySet()) {
            send(mail, ++number, source, bounce.getKey(), bounce.getValue());
        }
        failures.forEach((recipient, failure) -> journal.note(
                mail,
                recipient,
                Outcome.RETURNED,
                StatusRules.whyNot(mail, recipient, Notify.FAILURE)
                                .map(why -> "not returned since " + why)
                                .orElse("returned to the sender")
                        + ", " + failure.detail()));
    }

    private void send(Mail mail, int number, byte[] source, DeliveryResult failure, List<MailAddress> recipients)
            throws MessagingException {
        MailImpl bounce = MailCopy.of(mail, mail.getName() + "-returned-" + number, recipients, source);
        try {
            Attempts.forgetOn(bounce);
            bounce.setErrorMessage(failure.detail());
            DeliveryNote.of(failure).writeOn(bounce);
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

    /** Tells that it takes longer. */
    void warn(Mail mail, byte[] source, Map<MailAddress, DeliveryResult> waiting, Instant retryUntil)
            throws MessagingException {
        tell(mail, source, StatusAction.DELAYED, waiting, Optional.of(retryUntil));
    }

    /** Tells of success who asked for it, where the next host will not. */
    void confirm(Mail mail, byte[] source, Map<MailAddress, DeliveryResult> delivered) throws MessagingException {
        tell(mail, source, StatusAction.RELAYED, delivered, Optional.empty());
    }

    private void tell(
            Mail mail,
            byte[] source,
            StatusAction action,
            Map<MailAddress, DeliveryResult> results,
            Optional<Instant> retryUntil)
            throws MessagingException {
        Map<MailAddress, DeliveryResult> told = new LinkedHashMap<>(results);
        told.keySet().removeIf(recipient -> !StatusRules.allow(mail, recipient, action.notification()));
        if (told.isEmpty()) {
            return;
        }
        MailImpl notification = statusMails.about(mail, source, action, told, retryUntil);
        try {
            context.sendMail(notification);
        } finally {
            LifecycleUtil.dispose(notification);
        }
    }
}
