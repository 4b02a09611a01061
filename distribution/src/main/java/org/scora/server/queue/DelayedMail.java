package org.scora.server.queue;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jms.JMSException;
import javax.jms.Message;
import org.apache.activemq.ScheduledMessage;
import org.apache.activemq.broker.scheduler.Job;
import org.apache.activemq.command.ActiveMQBytesMessage;
import org.apache.activemq.openwire.OpenWireFormat;
import org.apache.activemq.util.ByteSequence;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.jms.JMSSupport;
import org.scora.outgoing.WaitingMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail that waits in the broker's scheduler for its next try. What there is of it is kept in memory without the
 * messages, some hundred bytes for each: the scheduler can only give all messages at once.
 */
public final class DelayedMail {
    private static final Logger LOGGER = LoggerFactory.getLogger(DelayedMail.class);
    /** A property by which a message is known before, in and after the scheduler, which gives it other ids. */
    private static final String KEY = "SCORA_WAITING";
    /** The scheduler counts in whole seconds, and by its own clock readings. */
    private static final long TOLERANCE_MS = 2000;

    private final EmbeddedBroker broker;
    private final Map<String, Waiting> byKey = new ConcurrentHashMap<>();

    /** One mail of a queue. */
    record Waiting(String key, String queue, WaitingMail mail) {
        long dueMs() {
            return mail.nextAttempt().toEpochMilli();
        }
    }

    /** What is done with a delayed message that is made due. */
    interface Due {
        void send(Message message) throws JMSException;
    }

    /** Reads what waits, one stretch of time after the other. To be called before mail is taken from the queues. */
    public DelayedMail(EmbeddedBroker broker) {
        this.broker = broker;
        new DelayedStretches(broker.delayed()).forEach(this::note);
    }

    private void note(Job job) {
        try {
            ActiveMQBytesMessage message = message(job);
            add(message.getDestination().getPhysicalName(), message);
        } catch (IOException | JMSException e) {
            LOGGER.error("A delayed message can not be read; it stays where it is", e);
        }
    }

    /** Has the broker keep a message back that is to be sent. */
    static void delay(Message message, long delayMs) throws JMSException {
        if (delayMs > 0) {
            message.setLongProperty(ScheduledMessage.AMQ_SCHEDULED_DELAY, delayMs);
            message.setLongProperty(JMSSupport.JAMES_NEXT_DELIVERY, System.currentTimeMillis() + delayMs);
            message.setStringProperty(KEY, UUID.randomUUID().toString());
        }
    }

    /** To be called for each message that is sent, before it is. */
    void sending(Message message, String queue) throws JMSException {
        if (message.propertyExists(ScheduledMessage.AMQ_SCHEDULED_DELAY)) {
            add(queue, message);
        }
    }

    private void add(String queue, Message message) throws JMSException {
        String key = keyOf(message);
        byKey.put(key, new Waiting(key, queue, QueuedMessage.read(message)));
    }

    /** To be called for each message that is received, or was not sent after all. */
    void remove(Message message) throws JMSException {
        byKey.remove(keyOf(message));
    }

    private static String keyOf(Message message) throws JMSException {
        return Optional.ofNullable(message.getStringProperty(KEY)).orElse("");
    }

    /** How many mails of all queues wait. */
    public long count() {
        return byKey.size();
    }

    /** In no order. */
    Stream<Waiting> all() {
        return byKey.values().stream();
    }

    /**
     * Makes mails due; returns how many. Others wait on: they had become due by themselves, or could not be read now.
     *
     * @throws MailQueueException when none could be
     */
    long takeOut(Predicate<Waiting> which, Due due) throws MailQueueException {
        List<Waiting> chosen = all().filter(which)
                .sorted(Comparator.comparingLong(Waiting::dueMs))
                .toList();
        long count = 0;
        Optional<Exception> failure = Optional.empty();
        for (int from = 0; from < chosen.size(); ) {
            int to = endOfStretch(chosen, from);
            try {
                count += takeOut(chosen.subList(from, to), due);
            } catch (Exception e) {
                LOGGER.warn("{} delayed mails can not be made due now", to - from, e);
                failure = Optional.of(e);
            }
            from = to;
        }
        if (count == 0 && failure.isPresent()) {
            throw new MailQueueException("Unable to make delayed mail due", failure.get());
        }
        return count;
    }

    long takeOut(MailQueueName queue, Due due) throws MailQueueException {
        return takeOut(waiting -> waiting.queue().equals(queue.asString()), due);
    }

    private static int endOfStretch(List<Waiting> sorted, int from) {
        int to = from + 1;
        while (to < sorted.size() && sorted.get(to).dueMs() - sorted.get(from).dueMs() < TOLERANCE_MS) {
            to++;
        }
        return to;
    }

    private long takeOut(List<Waiting> stretch, Due due) throws Exception {
        Set<String> wanted = stretch.stream().map(Waiting::key).collect(Collectors.toSet());
        long count = 0;
        for (Job job : broker.delayed()
                .getAllJobs(
                        stretch.get(0).dueMs() - TOLERANCE_MS,
                        stretch.get(stretch.size() - 1).dueMs() + TOLERANCE_MS)) {
            ActiveMQBytesMessage message = message(job);
            if (wanted.contains(keyOf(message))) {
                due.send(message);
                broker.delayed().remove(job.getJobId());
                remove(message);
                count++;
            }
        }
        return count;
    }

    private static ActiveMQBytesMessage message(Job job) throws IOException {
        ActiveMQBytesMessage message =
                (ActiveMQBytesMessage) new OpenWireFormat().unmarshal(new ByteSequence(job.getPayload()));
        message.setReadOnlyBody(true);
        return message;
    }
}
