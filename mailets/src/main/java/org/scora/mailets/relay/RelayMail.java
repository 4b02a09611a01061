package org.scora.mailets.relay;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
import org.scora.mailets.relay.RelayOrder.Kind;
import org.scora.message.MailAttributes;

/**
 * Makes one attempt for a mail from the queue, and sees to what has to follow: a later attempt for some recipients, a
 * DSN for others. Once it returns, all of that is durable and the mail may leave the queue.
 */
final class RelayMail implements RelayConsumer.Work {
    private final DomainDelivery delivery;
    private final UnaryOperator<String> destinations;
    private final MailQueue queue;
    private final RetrySchedule schedule;
    private final Returns returns;
    private final RelayJournal journal;
    private final Clock clock;

    /** @param destinations names where a domain's mail goes; throws UncheckedIOException when that can not be read */
    RelayMail(
            DomainDelivery delivery,
            UnaryOperator<String> destinations,
            MailQueue queue,
            RetrySchedule schedule,
            Returns returns,
            RelayJournal journal,
            Clock clock) {
        this.delivery = delivery;
        this.destinations = destinations;
        this.queue = queue;
        this.schedule = schedule;
        this.returns = returns;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String destination(Mail mail) {
        String domain = mail.getRecipients().stream()
                .findFirst()
                .map(recipient -> recipient.getDomain().asString())
                .orElse("");
        try {
            return destinations.apply(domain);
        } catch (UncheckedIOException e) {
            return domain;
        }
    }

    @Override
    public boolean isUrgent(Mail mail) {
        return RelayOrder.on(mail).isPresent();
    }

    /** @throws MessagingException when what has to follow could not be queued; the mail must stay in its queue then */
    @Override
    public Delivery attempt(Mail mail) throws MessagingException {
        List<MailAddress> waiting = journal.waiting(mail);
        if (waiting.isEmpty()) {
            return Delivery.none();
        }
        if (isToEnd(mail)) {
            end(mail, waiting);
            return Delivery.none();
        }
        Attempts attempts = Attempts.of(mail, clock.instant());
        byte[] source = MailSource.bytes(mail);
        Delivery made = delivery.deliver(new Transaction(
                mail.getName(),
                RelayJournal.text(mail, MailAttributes.RECEIPT),
                mail.getMaybeSender(),
                waiting,
                source,
                StatusRules.parameters(mail)));
        follow(mail, source, attempts, made.results());
        return made;
    }

    @Override
    public void notNow(Mail mail, DeliveryResult lastAnswer) throws MessagingException {
        List<MailAddress> waiting = journal.waiting(mail);
        if (isToEnd(mail)) {
            end(mail, waiting);
            return;
        }
        follow(mail, MailSource.bytes(mail), Attempts.of(mail, clock.instant()), same(waiting, lastAnswer));
    }

    /** Neither an attempt, nor told to anybody: in a busy hour it happens to many mails. */
    @Override
    public void putOff(Mail mail, Duration delay) throws MessagingException {
        MailImpl later = copy(mail, List.copyOf(mail.getRecipients()), MailSource.bytes(mail));
        try {
            DeliveryNote.of(DeliveryResult.of("", Reply.temporary("4.3.2", "Others to this destination come first")))
                    .writeOn(later);
            queue.enQueue(later, delay);
        } finally {
            LifecycleUtil.dispose(later);
        }
    }

    private static boolean isToEnd(Mail mail) {
        return RelayOrder.isOn(mail, Kind.DROP) || RelayOrder.isOn(mail, Kind.RETURN);
    }

    private void end(Mail mail, List<MailAddress> recipients) throws MessagingException {
        RelayOrder order = RelayOrder.on(mail).orElseThrow();
        String why = "Taken out of the queue by the operator" + (order.reason().isEmpty() ? "" : ": " + order.reason());
        if (order.kind() == Kind.RETURN) {
            DeliveryResult result = DeliveryResult.of("", Reply.permanent("5.3.0", why));
            returns.giveBack(mail, MailSource.bytes(mail), same(recipients, result));
        } else {
            recipients.forEach(recipient -> journal.note(mail, recipient, Outcome.DELETED, why));
        }
    }

    private void follow(Mail mail, byte[] source, Attempts attempts, Map<MailAddress, DeliveryResult> results)
            throws MessagingException {
        Map<MailAddress, DeliveryResult> delivered = only(Delivered.class, results);
        delivered.forEach((recipient, result) -> journal.noteDelivered(mail, recipient, result.detail()));
        delivered.values().removeIf(result -> ((Delivered) result).passesStatusOn());
        returns.confirm(mail, source, delivered);
        returns.giveBack(mail, source, only(Permanent.class, results));
        afterTemporary(mail, source, attempts, only(Temporary.class, results));
    }

    private void afterTemporary(Mail mail, byte[] source, Attempts attempts, Map<MailAddress, DeliveryResult> results)
            throws MessagingException {
        if (results.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        boolean warns = schedule.isToWarn(attempts, now);
        Attempts noted = warns ? attempts.withWarning() : attempts;
        Optional<Duration> next = schedule.delayAfter(noted, now);
        if (next.isEmpty()) {
            returns.giveBack(mail, source, givenUp(results));
            return;
        }
        if (warns) {
            returns.warn(mail, source, results, schedule.end(attempts));
        }
        queueAgain(mail, source, noted, results, next.get());
        results.forEach((recipient, result) -> journal.noteWaiting(
                mail,
                recipient,
                "attempt " + attempts.count() + ", the next in " + RetrySchedule.words(next.get()) + ", "
                        + result.detail()));
    }

    private void queueAgain(
            Mail mail, byte[] source, Attempts attempts, Map<MailAddress, DeliveryResult> results, Duration delay)
            throws MessagingException {
        MailImpl later = copy(mail, List.copyOf(results.keySet()), source);
        try {
            attempts.noteOn(later);
            results.values().stream().findFirst().map(DeliveryNote::of).ifPresent(note -> note.writeOn(later));
            queue.enQueue(later, delay);
        } finally {
            LifecycleUtil.dispose(later);
        }
    }

    private static MailImpl copy(Mail mail, List<MailAddress> recipients, byte[] source) throws MessagingException {
        MailImpl copy = MailCopy.of(mail, mail.getName(), recipients, source);
        RelayOrder.forgetOn(copy);
        return copy;
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

    private static Map<MailAddress, DeliveryResult> same(List<MailAddress> recipients, DeliveryResult result) {
        Map<MailAddress, DeliveryResult> results = new LinkedHashMap<>();
        recipients.forEach(recipient -> results.put(recipient, result));
        return results;
    }

    private static Map<MailAddress, DeliveryResult> only(
            Class<? extends DeliveryResult> kind, Map<MailAddress, DeliveryResult> results) {
        Map<MailAddress, DeliveryResult> some = new LinkedHashMap<>(results);
        some.values().removeIf(result -> !kind.isInstance(result));
        return some;
    }
}
