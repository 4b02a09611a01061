package org.scora.server.queue;

import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Queue;
import javax.jms.Session;
import org.jspecify.annotations.Nullable;

/**
 * A transacted JMS session that holds at most one message: the message leaves the queue when the session is committed,
 * and is back in it when the session is closed before that.
 */
record Receiver(Session session, MessageConsumer consumer) {

    static Receiver open(Connection connection, Queue queue) throws JMSException {
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        try {
            return new Receiver(session, session.createConsumer(queue));
        } catch (JMSException e) {
            Quietly.close(session::close);
            throw e;
        }
    }

    @Nullable
    Message receive(long timeoutMs) throws JMSException {
        return consumer.receive(timeoutMs);
    }

    void commit() throws JMSException {
        session.commit();
    }

    void close() {
        Quietly.close(session::close);
    }
}
