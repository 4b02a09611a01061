package org.scora.server.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.jms.BytesMessage;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Queue;
import javax.jms.Session;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.mailetcontainer.impl.JamesMailSpooler;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.activemq.ActiveMQCacheableMailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.scora.mailets.MailSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * James' queue on ActiveMQ with four defects of the stock one mended: delays are the broker's own and not selectors,
 * behind which due mail starves; dequeueing has a thread of its own, so that no worker is caught in it; senders do not
 * share one JMS session; bodies are in the broker's journal and not in files beside it, which nobody forces to disk.
 */
final class GatewayMailQueue extends ActiveMQCacheableMailQueue {
    private static final Logger LOGGER = LoggerFactory.getLogger(GatewayMailQueue.class);
    private static final long RECEIVE_TIMEOUT_MS = 1000;
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

    private final ConnectionFactory connectionFactory;
    private final DelayedMail delayedMail;
    private final MailsInWork inWork;
    private final ErrorMails errorMails;
    private final ConcurrentLinkedDeque<Sender> idleSenders = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Receiver> idleReceivers = new ConcurrentLinkedDeque<>();
    private final BytesInHand inHand;
    private volatile boolean disposed;

    GatewayMailQueue(
            ConnectionFactory connectionFactory,
            DelayedMail delayedMail,
            MailsInWork inWork,
            ErrorMails errorMails,
            MailQueueItemDecoratorFactory decorators,
            MailQueueName name,
            MetricFactory metrics,
            GaugeRegistry gauges) {
        super(connectionFactory, decorators, name, false, metrics, gauges);
        this.connectionFactory = connectionFactory;
        this.delayedMail = delayedMail;
        this.inWork = inWork;
        this.errorMails = errorMails;
        this.inHand = name.equals(MailQueueFactory.SPOOL) ? BytesInHand.forReading() : BytesInHand.forPassingOn();
    }

    /** Mail that the chain could not work on comes back here at once; it waits longer each time. */
    @Override
    public void enQueue(Mail mail) throws MailQueueException {
        int failures = AttributeUtils.getValueAndCastFromMail(
                        mail, JamesMailSpooler.MAIL_PROCESSING_ERROR_COUNT, Integer.class)
                .orElse(0);
        enQueue(mail, PauseAfterFailure.beforeTry(failures));
    }

    @Override
    protected void produceMail(Map<String, Object> properties, int priority, Mail mail)
            throws JMSException, MessagingException, IOException {
        byte[] source = MailSource.bytes(mail);
        Sender sender = borrowSender();
        BytesMessage message = sender.session().createBytesMessage();
        try {
            MessageBody.set(message, source);
            for (Map.Entry<String, Object> property : properties.entrySet()) {
                message.setObjectProperty(property.getKey(), property.getValue());
            }
            DelayedMail.delay(message, message.getLongProperty(JAMES_NEXT_DELIVERY) - System.currentTimeMillis());
            delayedMail.sending(message, queueName.asString());
            sender.send(message, priority);
        } catch (JMSException | RuntimeException e) {
            delayedMail.remove(message);
            sender.close();
            throw e;
        }
        idleSenders.push(sender);
    }

    private Sender borrowSender() throws JMSException {
        Sender idle = idleSenders.poll();
        return idle == null ? Sender.open(connectionFactory, queue) : idle;
    }

    @Override
    public Flux<MailQueueItem> deQueue() {
        return Flux.using(
                () -> Schedulers.newSingle("dequeue-" + queueName.asString()), this::deQueueOn, Scheduler::dispose);
    }

    private Flux<MailQueueItem> deQueueOn(Scheduler thread) {
        return Mono.defer(this::receiveOne)
                .subscribeOn(thread)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE_AFTER_ERROR)
                        .filter(error -> !disposed)
                        .doBeforeRetry(signal ->
                                LOGGER.warn("Queue {} can not be read, trying again", queueName, signal.failure())))
                .repeat(() -> !disposed);
    }

    private Mono<MailQueueItem> receiveOne() {
        if (disposed) {
            return Mono.empty();
        }
        @Nullable Receiver receiver = null;
        try {
            receiver = borrowReceiver();
            Message message = receiver.receive(RECEIVE_TIMEOUT_MS);
            if (message == null) {
                idleReceivers.push(receiver);
                return Mono.empty();
            }
            dequeuedMailsMetric.increment();
            delayedMail.remove(message);
            return inWork.isGuilty(queueName, nameOf(message))
                    ? keptForOperator(receiver, message)
                    : item(receiver, message);
        } catch (Exception e) {
            if (receiver != null) {
                receiver.close();
            }
            return Mono.error(new MailQueueException("Unable to dequeue the next mail of " + queueName.asString(), e));
        }
    }

    private Receiver borrowReceiver() throws JMSException {
        Receiver idle = idleReceivers.poll();
        return idle == null ? Receiver.open(connection, queue) : idle;
    }

    private Mono<MailQueueItem> keptForOperator(Receiver receiver, Message message)
            throws JMSException, MessagingException {
        errorMails.keep(mail(message));
        receiver.commit();
        idleReceivers.push(receiver);
        inWork.forget(queueName, nameOf(message));
        return Mono.empty();
    }

    private Mono<MailQueueItem> item(Receiver receiver, Message message) throws JMSException {
        Runnable end = inWork.begin(queueName, nameOf(message));
        try {
            Mail mail = mail(message);
            Runnable makeRoom = inHand.admit(MessageBody.of(message).length);
            GatewayMailQueueItem item = new GatewayMailQueueItem(
                    mail,
                    receiver,
                    () -> idleReceivers.push(receiver),
                    () -> sendCopy(message, queue, PauseAfterFailure.LONGEST),
                    () -> {
                        makeRoom.run();
                        end.run();
                    });
            return Mono.just(mailQueueItemDecoratorFactory.decorate(item, queueName));
        } catch (MessagingException | JMSException | RuntimeException e) {
            setAside(receiver, message, e);
            end.run();
            return Mono.empty();
        }
    }

    private static String nameOf(Message message) throws JMSException {
        return String.valueOf(message.getStringProperty(JAMES_MAIL_NAME));
    }

    /** Without the copy that James' builder makes of a message, which damages 8-bit headers. */
    private Mail mail(Message message) throws MessagingException, JMSException {
        MailImpl mail = populateMail(message).build();
        mail.setMessageNoCopy(MailSource.message(mail.getName(), MessageBody.of(message)));
        return mail;
    }

    /** A message that is no mail must not stop those behind it; it is kept in a queue of its own. */
    private void setAside(Receiver receiver, Message message, Exception reason) throws JMSException {
        String unreadable = queueName.asString() + ".unreadable";
        LOGGER.error("A message in queue {} is no mail; it is moved to queue {}", queueName, unreadable, reason);
        sendCopy(message, receiver.session().createQueue(unreadable), Duration.ZERO);
        receiver.commit();
        idleReceivers.push(receiver);
    }

    /** The copy is on disk before the original is given up: a crash between the two makes it two, never none. */
    private void sendCopy(Message message, Queue target, Duration delay) throws JMSException {
        try (Sender sender = Sender.open(connectionFactory, target)) {
            Message copy = copy(sender.session(), message);
            DelayedMail.delay(copy, delay.toMillis());
            delayedMail.sending(copy, target.getQueueName());
            sender.send(copy, message.getJMSPriority());
        }
    }

    @Override
    protected MimeMessage mimeMessage(Message message) throws MessagingException, JMSException {
        return MailSource.message(message.getJMSMessageID(), MessageBody.of(message));
    }

    @Override
    protected Message copy(Session session, Message message) throws JMSException {
        return MessageCopy.of(message, session);
    }

    /** Everything in the queue is due; delayed mail waits elsewhere. */
    @Override
    protected @Nullable String getMessageSelector() {
        return null;
    }

    /** Makes delayed mail due now; returns how many. */
    @Override
    public long flush() throws MailQueueException {
        try (Sender sender = Sender.open(connectionFactory, queue)) {
            return delayedMail.takeOut(queueName, message -> sender.send(copy(sender.session(), message), 4));
        } catch (JMSException e) {
            throw new MailQueueException("Unable to flush " + queueName.asString(), e);
        }
    }

    @Override
    public void dispose() {
        disposed = true;
        idleSenders.forEach(Sender::close);
        idleReceivers.forEach(Receiver::close);
        super.dispose();
    }
}
