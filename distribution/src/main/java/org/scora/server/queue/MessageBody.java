package org.scora.server.queue;

import java.util.Arrays;
import javax.jms.JMSException;
import javax.jms.Message;
import org.apache.activemq.command.ActiveMQBytesMessage;
import org.apache.activemq.util.ByteSequence;

/** The bytes of a queued mail, without the copies that writing and reading 25 MB would make; nobody changes them. */
final class MessageBody {
    private MessageBody() {}

    static void set(Message message, byte[] bytes) {
        ((ActiveMQBytesMessage) message).setContent(new ByteSequence(bytes));
    }

    /** Of a message that carries none, no bytes. Throws JMSException when it is not one of ours. */
    static byte[] of(Message message) throws JMSException {
        if (!(message instanceof ActiveMQBytesMessage bytesMessage)) {
            throw new JMSException("not a message with bytes: " + message);
        }
        ByteSequence content = bytesMessage.getContent();
        if (content == null) {
            return new byte[0];
        }
        boolean whole = content.offset == 0 && content.length == content.data.length;
        return whole ? content.data : Arrays.copyOfRange(content.data, content.offset, content.offset + content.length);
    }
}
