package org.scora.mailets.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.reactivestreams.Publisher;
import org.scora.mailets.MailSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what is put into it with its delay, or refuses everything. */
final class RecordingQueue implements MailQueue {
    record Entry(MailImpl mail, Duration delay) {}

    private final List<Entry> entries = new ArrayList<>();
    private boolean refusing;

    List<Entry> entries() {
        return entries;
    }

    void refuse() {
        refusing = true;
    }

    /** What a broker would give back after the delay. */
    MailImpl next() {
        return entries.remove(0).mail();
    }

    @Override
    public MailQueueName getName() {
        return MailQueueName.of("outgoing");
    }

    @Override
    public void enQueue(Mail mail, Duration delay) throws MailQueueException {
        if (refusing) {
            throw new MailQueueException("the broker is away");
        }
        try {
            entries.add(new Entry(
                    MailCopy.of(mail, mail.getName(), List.copyOf(mail.getRecipients()), MailSource.bytes(mail)),
                    delay));
        } catch (MessagingException e) {
            throw new MailQueueException("no copy", e);
        }
    }

    @Override
    public void enQueue(Mail mail) throws MailQueueException {
        enQueue(mail, Duration.ZERO);
    }

    @Override
    public Publisher<Void> enqueueReactive(Mail mail) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Publisher<MailQueueItem> deQueue() {
        return Flux.error(new UnsupportedOperationException());
    }

    @Override
    public void close() {}
}
