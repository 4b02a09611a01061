package org.scora.server.queue;

import java.io.IOException;
import java.util.List;
import javax.jms.JMSException;
import javax.jms.Message;
import org.apache.activemq.broker.scheduler.Job;
import org.apache.activemq.command.ActiveMQBytesMessage;
import org.apache.activemq.openwire.OpenWireFormat;
import org.apache.activemq.util.ByteSequence;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueueName;

/** The mail that waits in the broker's scheduler for its next try. */
public final class DelayedMail {
    private final EmbeddedBroker broker;

    public DelayedMail(EmbeddedBroker broker) {
        this.broker = broker;
    }

    /** What is done with a delayed message that is made due. */
    interface Due {
        void send(Message message) throws JMSException;
    }

    /** How many mails of all queues wait. */
    public long count() {
        try {
            return broker.delayed().getAllJobs().size();
        } catch (Exception e) {
            throw new IllegalStateException("The delayed mail can not be counted", e);
        }
    }

    long takeOut(MailQueueName queue, Due due) throws MailQueueException {
        try {
            long count = 0;
            for (Job job : List.copyOf(broker.delayed().getAllJobs())) {
                ActiveMQBytesMessage message = message(job);
                if (message.getDestination().getPhysicalName().equals(queue.asString())) {
                    due.send(message);
                    broker.delayed().remove(job.getJobId());
                    count++;
                }
            }
            return count;
        } catch (Exception e) {
            throw new MailQueueException("Unable to make the delayed mail of " + queue.asString() + " due", e);
        }
    }

    private static ActiveMQBytesMessage message(Job job) throws IOException {
        ActiveMQBytesMessage message =
                (ActiveMQBytesMessage) new OpenWireFormat().unmarshal(new ByteSequence(job.getPayload()));
        message.setReadOnlyBody(true);
        return message;
    }
}
