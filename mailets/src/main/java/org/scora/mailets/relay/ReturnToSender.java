package org.scora.mailets.relay;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.DsnParameters.Notify;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.mailets.MailSource;
import org.scora.mailets.Parameters;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Verb;

/** Tells the sender that the mail can not be delivered. */
public final class ReturnToSender extends GenericMailet {
    public static final Verb VERB = Verb.mailet(
            "ReturnToSender",
            "Tells the sender that the mail can not be delivered, with a delivery status notification (RFC 3464)."
                    + " Nobody is told who asked not to be, or of mail that was taken for spam.");

    private final StatusMails statusMails;

    @Inject
    public ReturnToSender(GatewaySettings gateway, Clock clock) {
        this.statusMails = new StatusMails(gateway.get(GatewaySettings.HOSTNAME), clock);
    }

    @Override
    public void init() throws MessagingException {
        Parameters.of(getMailetConfig(), VERB);
    }

    /** Returns once the notification is in the queue. */
    @Override
    public void service(Mail mail) throws MessagingException {
        DeliveryResult failure = DeliveryNote.failureOf(mail);
        Map<MailAddress, DeliveryResult> told = new LinkedHashMap<>();
        mail.getRecipients().stream()
                .filter(recipient -> StatusRules.allow(mail, recipient, Notify.FAILURE))
                .forEach(recipient -> told.put(recipient, failure));
        if (told.isEmpty()) {
            return;
        }
        MailImpl notification =
                statusMails.about(mail, MailSource.bytes(mail), StatusAction.FAILED, told, Optional.empty());
        try {
            getMailetContext().sendMail(notification);
        } finally {
            LifecycleUtil.dispose(notification);
        }
    }
}
