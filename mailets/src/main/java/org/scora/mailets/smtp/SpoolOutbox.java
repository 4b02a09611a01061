package org.scora.mailets.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.scora.mailets.MailSource;
import org.scora.message.MailAttributes;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;

/** Puts mail of our own on the spool, marked so that it is not filtered. */
public final class SpoolOutbox implements Outbox {
    private final MailQueueFactory<?> queues;

    @Inject
    public SpoolOutbox(MailQueueFactory<?> queues) {
        this.queues = queues;
    }

    @Override
    public void send(OutgoingMail outgoing) {
        try {
            MailImpl.Builder builder = MailImpl.builder()
                    .name(outgoing.id())
                    .state("root")
                    .addAttribute(
                            new Attribute(AttributeName.of(MailAttributes.OUTGOING), AttributeValue.of(outgoing.id())));
            for (String recipient : outgoing.recipients()) {
                builder.addRecipient(recipient);
            }
            if (outgoing.sender().isPresent()) {
                builder.sender(outgoing.sender().get());
            }
            MailImpl mail = builder.build();
            MailSource.replace(mail, outgoing.source());
            queues.createQueue(MailQueueFactory.SPOOL, MailQueueFactory.defaultPrefetchCount())
                    .enQueue(mail);
            LifecycleUtil.dispose(mail);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("the mail can not be queued", e));
        }
    }
}
