package org.scora.server.queue;

import java.util.Enumeration;
import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Session;

/** A message like one that was received, to be sent again. */
final class MessageCopy {
    private MessageCopy() {}

    static Message of(Message message, Session session) throws JMSException {
        BytesMessage copy = session.createBytesMessage();
        MessageBody.set(copy, MessageBody.of(message));
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            if (isOurs(name)) {
                copy.setObjectProperty(name, message.getObjectProperty(name));
            }
        }
        return copy;
    }

    /** What JMS and the broker added belongs to the message that was received (JMS 1.1 section 3.5.9). */
    private static boolean isOurs(String name) {
        return !name.startsWith("JMSX") && !name.startsWith("AMQ_") && !name.equals("scheduledJobId");
    }
}
