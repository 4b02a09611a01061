package org.scora.mailets.relay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.james.core.MailAddress;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.message.MailAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of a mail. Only a note: when the journal can not be written, the log has it and the mail goes on,
 * since trying again would deliver a second time.
 */
final class RelayJournal {
    private static final Logger LOGGER = LoggerFactory.getLogger(RelayJournal.class);

    private final Journal journal;
    private final BiConsumer<Mail, MailAddress> delivered;

    /** @param delivered is told of each recipient whose server took the mail; it must not throw */
    RelayJournal(Journal journal, BiConsumer<Mail, MailAddress> delivered) {
        this.journal = journal;
        this.delivered = delivered;
    }

    void noteDelivered(Mail mail, MailAddress recipient, String detail) {
        note(mail, recipient, Outcome.DELIVERED, detail);
        delivered.accept(mail, recipient);
    }

    void note(Mail mail, MailAddress recipient, Outcome outcome, String detail) {
        LOGGER.info("mail {} to {}: {}, {}", mail.getName(), recipient.asString(), outcome, detail);
        text(mail, MailAttributes.RECEIPT).ifPresent(receipt -> {
            try {
                journal.update(receipt, recipient.asString().toLowerCase(Locale.ROOT), outcome, detail);
            } catch (RuntimeException e) {
                LOGGER.warn("the journal has no note of mail {} to {}", mail.getName(), recipient.asString(), e);
            }
        });
    }

    /** The recipients who still wait for it: after a crash a mail may come once more that had been delivered. */
    List<MailAddress> waiting(Mail mail) {
        Set<String> ended =
                text(mail, MailAttributes.RECEIPT).map(this::recipientsAtTheEnd).orElse(Set.of());
        return mail.getRecipients().stream()
                .filter(recipient -> !ended.contains(recipient.asString().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private Set<String> recipientsAtTheEnd(String receipt) {
        try {
            return journal.byReceipt(receipt).stream()
                    .filter(line -> line.outcome() == Outcome.DELIVERED || line.outcome() == Outcome.RETURNED)
                    .map(JournalLine::recipient)
                    .collect(Collectors.toSet());
        } catch (RuntimeException e) {
            LOGGER.warn("the journal can not say whether {} was delivered before, so it is delivered", receipt, e);
            return Set.of();
        }
    }

    /** A mail that waits for its next attempt. */
    void noteWaiting(Mail mail, MailAddress recipient, String detail) {
        boolean released = text(mail, MailAttributes.OUTGOING).isPresent();
        note(mail, recipient, released ? Outcome.RELEASED : Outcome.QUEUED, detail);
    }

    static Optional<String> text(Mail mail, String attribute) {
        return AttributeUtils.getValueAndCastFromMail(mail, AttributeName.of(attribute), String.class);
    }
}
