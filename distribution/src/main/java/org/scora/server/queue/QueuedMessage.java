package org.scora.server.queue;

import static org.apache.james.queue.jms.JMSSupport.JAMES_MAIL_ATTRIBUTE_NAMES;
import static org.apache.james.queue.jms.JMSSupport.JAMES_MAIL_MESSAGE_SIZE;
import static org.apache.james.queue.jms.JMSSupport.JAMES_MAIL_NAME;
import static org.apache.james.queue.jms.JMSSupport.JAMES_MAIL_RECIPIENTS;
import static org.apache.james.queue.jms.JMSSupport.JAMES_MAIL_SENDER;
import static org.apache.james.queue.jms.JMSSupport.JAMES_MAIL_SEPARATOR;
import static org.apache.james.queue.jms.JMSSupport.JAMES_NEXT_DELIVERY;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.jms.JMSException;
import javax.jms.Message;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.scora.mailets.relay.WaitingNotes;
import org.scora.message.Addresses;
import org.scora.message.MailAttributes;
import org.scora.outgoing.WaitingMail;

/** Reads from a message of the queue what an operator wants to know, without its body. */
final class QueuedMessage {
    private static final Splitter LIST = Splitter.on(JAMES_MAIL_SEPARATOR).omitEmptyStrings();

    private QueuedMessage() {}

    static WaitingMail read(Message message) throws JMSException {
        List<String> recipients = LIST.splitToList(text(message, JAMES_MAIL_RECIPIENTS));
        MailImpl notes = notes(message);
        return new WaitingMail(
                text(message, JAMES_MAIL_NAME),
                WaitingNotes.text(notes, MailAttributes.RECEIPT),
                recipients.stream().findFirst().flatMap(Addresses::domainOf).orElse(""),
                Optional.of(text(message, JAMES_MAIL_SENDER))
                        .filter(sender -> !sender.isEmpty() && !sender.equals("<>")),
                recipients,
                message.getLongProperty(JAMES_MAIL_MESSAGE_SIZE),
                WaitingNotes.attempts(notes),
                WaitingNotes.since(notes),
                Instant.ofEpochMilli(message.getLongProperty(JAMES_NEXT_DELIVERY)),
                WaitingNotes.lastAnswer(notes));
    }

    private static MailImpl notes(Message message) throws JMSException {
        MailImpl notes = MailImpl.builder()
                .name("notes")
                .addRecipient(MailAddress.nullSender())
                .build();
        for (String name : LIST.split(text(message, JAMES_MAIL_ATTRIBUTE_NAMES))) {
            if (message.getObjectProperty(name) instanceof String json) {
                note(notes, name, json);
            }
        }
        return notes;
    }

    private static void note(MailImpl notes, String name, String json) throws JMSException {
        try {
            notes.setAttribute(new Attribute(AttributeName.of(name), AttributeValue.fromJsonString(json)));
        } catch (IOException e) {
            throw new JMSException(name + " is no attribute: " + e);
        }
    }

    /** Adds an attribute to a message that is to be sent, as James writes it. */
    static void add(Message message, Attribute attribute) throws JMSException {
        String name = attribute.getName().asString();
        message.setObjectProperty(
                name, attribute.getValue().toJson().orElseThrow().toString());
        message.setStringProperty(
                JAMES_MAIL_ATTRIBUTE_NAMES, text(message, JAMES_MAIL_ATTRIBUTE_NAMES) + JAMES_MAIL_SEPARATOR + name);
    }

    private static String text(Message message, String property) throws JMSException {
        return Optional.ofNullable(message.getStringProperty(property)).orElse("");
    }
}
