package org.scora.server.queue;

import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;

/** A JMS connection of its own for sending; used by one thread at a time. */
record Sender(Connection connection, Session session, MessageProducer producer) implements AutoCloseable {

    static Sender open(ConnectionFactory factory, Queue queue) throws JMSException {
        Connection connection = factory.createConnection();
        try {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            return new Sender(connection, session, session.createProducer(queue));
        } catch (JMSException e) {
            Quietly.close(connection::close);
            throw e;
        }
    }

    /** Returns once the message is on disk. */
    void send(Message message, int priority) throws JMSException {
        producer.send(message, DeliveryMode.PERSISTENT, priority, Message.DEFAULT_TIME_TO_LIVE);
    }

    @Override
    public void close() {
        Quietly.close(connection::close);
    }
}
