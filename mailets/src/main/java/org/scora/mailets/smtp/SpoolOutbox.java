package org.scora.mailets.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.Mail;
import org.scora.check.auth.DkimSigner;
import org.scora.mailets.MailSource;
import org.scora.message.MailAttributes;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;

/**
 * Puts mail of our own on the spool, marked so that it is not filtered. The same sending has the same name, by which a
 * repetition can be told.
 */
public final class SpoolOutbox implements Outbox {
    private final MailQueueFactory<?> queues;
    private final Optional<DkimSigner> signer;

    /** @param signer for what the gateway wrote itself */
    @Inject
    public SpoolOutbox(MailQueueFactory<?> queues, Optional<DkimSigner> signer) {
        this.queues = queues;
        this.signer = signer;
    }

    @Override
    public void send(OutgoingMail outgoing) {
        try {
            MailImpl mail = mail(outgoing);
            try {
                // Not closed: the factory has one queue of a name, and the spooler takes from it.
                queues.createQueue(MailQueueFactory.SPOOL).enQueue(mail);
            } finally {
                LifecycleUtil.dispose(mail);
            }
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("the mail can not be queued", e));
        }
    }

    private MailImpl mail(OutgoingMail outgoing) throws MessagingException {
        MailImpl.Builder builder = MailImpl.builder()
                .name(outgoing.id())
                .state(Mail.DEFAULT)
                .addAttribute(Attribute.convertToAttribute(MailAttributes.OUTGOING, outgoing.id()));
        for (String recipient : outgoing.recipients()) {
            builder.addRecipient(new MailAddress(recipient));
        }
        outgoing.receipt()
                .ifPresent(
                        receipt -> builder.addAttribute(Attribute.convertToAttribute(MailAttributes.RECEIPT, receipt)));
        if (outgoing.sender().isPresent()) {
            builder.sender(new MailAddress(outgoing.sender().get()));
        }
        MailImpl mail = builder.build();
        MailSource.replace(mail, source(outgoing));
        return mail;
    }

    private byte[] source(OutgoingMail outgoing) {
        boolean ofStranger = outgoing.receipt().isPresent();
        return signer.filter(one -> !ofStranger)
                .map(one -> one.sign(outgoing.source()))
                .orElseGet(outgoing::source);
    }
}
