package org.scora.server.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.scora.mailets.relay.RelayOrder;
import org.scora.outgoing.OutgoingQueue;
import org.scora.outgoing.WaitingDomain;
import org.scora.outgoing.WaitingMail;
import org.scora.server.queue.DelayedMail.Waiting;

/**
 * What operators see of the outgoing mail and do with it. An order is written on the mail, which is due from then on: the
 * relay carries it out, so that all notes and DSNs are made in one place.
 */
public final class QueueDesk implements OutgoingQueue {
    private static final int NORMAL_PRIORITY = 4;

    private final DelayedMail delayed;
    private final ConnectionFactory connections;
    private final MailQueueFactory<? extends ManageableMailQueue> queues;

    @Inject
    public QueueDesk(
            DelayedMail delayed,
            ConnectionFactory connections,
            MailQueueFactory<? extends ManageableMailQueue> queues) {
        this.delayed = delayed;
        this.connections = connections;
        this.queues = queues;
    }

    @Override
    public List<WaitingDomain> domains() {
        Map<String, List<WaitingMail>> byDomain = mails().collect(Collectors.groupingBy(WaitingMail::domain));
        return byDomain.entrySet().stream()
                .map(domain -> summary(domain.getKey(), domain.getValue()))
                .sorted(Comparator.comparingLong(WaitingDomain::mails)
                        .reversed()
                        .thenComparing(WaitingDomain::domain))
                .toList();
    }

    private static WaitingDomain summary(String domain, List<WaitingMail> mails) {
        return new WaitingDomain(
                domain,
                mails.size(),
                mails.stream().mapToLong(WaitingMail::size).sum(),
                mails.stream().flatMap(mail -> mail.since().stream()).min(Comparator.naturalOrder()),
                mails.stream()
                        .map(WaitingMail::nextAttempt)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                mails.stream()
                        .max(Comparator.comparing(mail -> mail.since().orElse(Instant.EPOCH)))
                        .map(WaitingMail::lastAnswer)
                        .orElse(""));
    }

    @Override
    public List<WaitingMail> ofDomain(String domain, int limit) {
        return mails().filter(mail -> mail.domain().equals(domain))
                .sorted(Comparator.comparing(WaitingMail::nextAttempt))
                .limit(limit)
                .toList();
    }

    @Override
    public List<WaitingMail> find(String idOrReceipt) {
        return mails().filter(mail -> mail.id().equals(idOrReceipt)
                        || mail.receipt().filter(idOrReceipt::equals).isPresent())
                .toList();
    }

    private Stream<WaitingMail> mails() {
        return delayed.all().filter(QueueDesk::isOutgoing).map(Waiting::mail);
    }

    /** In the spool waits what the chain could not work on. */
    private static boolean isOutgoing(Waiting waiting) {
        return !waiting.queue().equals(MailQueueFactory.SPOOL.asString());
    }

    @Override
    public long due() {
        return queues.listCreatedMailQueues().stream()
                .filter(name -> !name.equals(MailQueueFactory.SPOOL))
                .mapToLong(this::size)
                .sum();
    }

    private long size(MailQueueName name) {
        Optional<? extends ManageableMailQueue> queue = queues.getQueue(name);
        try {
            return queue.isPresent() ? queue.get().getSize() : 0;
        } catch (MailQueueException e) {
            throw unreachable(e);
        }
    }

    @Override
    public long retryDomain(String domain) {
        return order(waiting -> waiting.mail().domain().equals(domain), RelayOrder.Kind.TRY_NOW, "");
    }

    @Override
    public boolean retry(String id) {
        return order(waiting -> waiting.mail().id().equals(id), RelayOrder.Kind.TRY_NOW, "") > 0;
    }

    @Override
    public boolean drop(String id, boolean tellSender, String reason) {
        RelayOrder.Kind kind = tellSender ? RelayOrder.Kind.RETURN : RelayOrder.Kind.DROP;
        return order(waiting -> waiting.mail().id().equals(id), kind, reason) > 0;
    }

    private long order(Predicate<Waiting> which, RelayOrder.Kind kind, String reason) {
        RelayOrder order = new RelayOrder(kind, reason);
        try {
            return delayed.takeOut(waiting -> isOutgoing(waiting) && which.test(waiting), sender(order));
        } catch (MailQueueException e) {
            throw unreachable(e);
        }
    }

    private DelayedMail.Due sender(RelayOrder order) {
        return message -> send(message, order);
    }

    private void send(Message message, RelayOrder order) throws JMSException {
        String queue = ((ActiveMQQueue) message.getJMSDestination()).getPhysicalName();
        try (Sender sender = Sender.open(connections, new ActiveMQQueue(queue))) {
            Message copy = MessageCopy.of(message, sender.session());
            QueuedMessage.add(copy, order.attribute());
            sender.send(copy, NORMAL_PRIORITY);
        }
    }

    private static UncheckedIOException unreachable(MailQueueException e) {
        return new UncheckedIOException(new IOException("The queue can not be reached: " + e.getMessage(), e));
    }
}
