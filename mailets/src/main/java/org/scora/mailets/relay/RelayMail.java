package org.scora.mailets.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.scora.journal.Outcome;
import org.scora.mailets.MailSource;
import org.scora.mailets.relay.DeliveryResult.Delivered;
import org.scora.mailets.relay.DeliveryResult.Permanent;
import org.scora.mailets.relay.DeliveryResult.Temporary;

/**
 * Makes one attempt for a mail from the queue, and sees to what has to follow: a later attempt for some recipients, a
 * DSN for others. Once it returns, all of that is durable and the mail may leave the queue.
 */
final class RelayMail {
    private final DomainDelivery delivery;
    private final MailQueue queue;
    private final RetrySchedule schedule;
    private final Returns returns;
    private final RelayJournal journal;
    private final Clock clock;

    RelayMail(
            DomainDelivery delivery,
            MailQueue queue,
            RetrySchedule schedule,
            Returns returns,
            RelayJournal journal,
            Clock clock) {
        this.delivery = delivery;
        this.queue = queue;
        this.schedule = schedule;
        this.returns = returns;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws MessagingException when what has to follow could not be queued; the mail must stay in its queue then */
    void attempt(Mail mail) throws MessagingException {
        List<MailAddress> waiting = journal.waiting(mail);
        if (waiting.isEmpty()) {
            return;
        }
        Attempts attempts = Attempts.of(mail, clock.instant());
        byte[] source = MailSource.bytes(mail);
        Map<MailAddress, DeliveryResult> results =
                delivery.deliver(new Transaction(mail.getName(), mail.getMaybeSender(), waiting, source));
        only(Delivered.class, results)
                .forEach((recipient, result) -> journal.note(mail, recipient, Outcome.DELIVERED, result.detail()));
        returns.giveBack(mail, source, only(Permanent.class, results));
        afterTemporary(mail, source, attempts, only(Temporary.class, results));
    }

    private void afterTemporary(Mail mail, byte[] source, Attempts attempts, Map<MailAddress, DeliveryResult> results)
            throws MessagingException {
        if (results.isEmpty()) {
            return;
        }
        Optional<Duration> delay = schedule.delayAfter(attempts, clock.instant());
        if (delay.isEmpty()) {
            returns.giveBack(mail, source, givenUp(results));
            return;
        }
        queueAgain(mail, source, attempts, List.copyOf(results.keySet()), delay.get());
        results.forEach((recipient, result) -> journal.noteWaiting(
                mail,
                recipient,
                "attempt " + attempts.count() + ", the next in " + RetrySchedule.words(delay.get()) + ", "
                        + result.detail()));
    }

    private void queueAgain(Mail mail, byte[] source, Attempts attempts, List<MailAddress> recipients, Duration delay)
            throws MessagingException {
        MailImpl later = MailCopy.of(mail, mail.getName(), recipients, source);
        try {
            attempts.noteOn(later);
            queue.enQueue(later, delay);
        } finally {
            LifecycleUtil.dispose(later);
        }
    }

    private Map<MailAddress, DeliveryResult> givenUp(Map<MailAddress, DeliveryResult> results) {
        String since = "given up after " + RetrySchedule.words(schedule.giveUpAfter()) + ": ";
        Map<MailAddress, DeliveryResult> failures = new LinkedHashMap<>();
        results.forEach((recipient, result) -> {
            Reply last = result.reply();
            failures.put(
                    recipient,
                    new Permanent(result.server(), new Reply(last.code(), last.enhancedCode(), since + last.text())));
        });
        return failures;
    }

    private static Map<MailAddress, DeliveryResult> only(
            Class<? extends DeliveryResult> kind, Map<MailAddress, DeliveryResult> results) {
        Map<MailAddress, DeliveryResult> some = new LinkedHashMap<>(results);
        some.values().removeIf(result -> !kind.isInstance(result));
        return some;
    }
}
