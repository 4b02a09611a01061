package org.scora.policy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scora.domain.Recipients;
import org.scora.domain.Refusal;
import org.scora.domain.ServiceAddresses;
import org.scora.message.Addresses;
import org.scora.message.Envelope;
import org.scora.score.Verdict;

/**
 * Says whether a message is refused before it is taken. It has one answer for all of its recipients, so it is taken when
 * any of them wants it; for the others {@link Decider} holds or deletes it then. Safe for use by several threads.
 */
public final class DoorDecider {
    private final Recipients recipients;
    private final SenderPolicy senders;
    private final Function<String, Profile> profiles;
    private final ServiceAddresses services;

    /**
     * @param profiles the profile that holds for a recipient
     * @param services addresses of the gateway itself, at which nothing is refused
     */
    public DoorDecider(
            Recipients recipients,
            SenderLists lists,
            Function<String, Profile> profiles,
            ServiceAddresses services,
            Clock clock) {
        this.recipients = recipients;
        this.senders = new SenderPolicy(new RecipientLists(lists, recipients), clock);
        this.profiles = profiles;
        this.services = services;
    }

    /**
     * Whether there is a message that would be refused for these recipients. If not, it need not be looked at now.
     *
     * @throws java.io.UncheckedIOException when settings or exemptions can not be read
     */
    public boolean mayRefuse(List<String> addressees) {
        return !addressees.isEmpty()
                && addressees.stream()
                        .allMatch(recipient -> !wantsAll(recipient)
                                && profiles.apply(recipient).mayRefuse());
    }

    /**
     * How the message is refused; empty when any recipient wants it.
     *
     * @param fromAddresses the addresses in the From header
     * @throws java.io.UncheckedIOException when settings, lists or exemptions can not be read
     */
    public Optional<Refusal> refusal(
            Verdict verdict, Envelope envelope, List<String> fromAddresses, List<String> addressees) {
        Sender sender = Sender.of(envelope, fromAddresses, verdict.authentication());
        Optional<Refusal> refusal = Optional.empty();
        for (String recipient : addressees) {
            Optional<Refusal> ofThis = refusal(verdict, sender, recipient);
            if (ofThis.isEmpty()) {
                return Optional.empty();
            }
            refusal = refusal.or(() -> ofThis);
        }
        return refusal;
    }

    private Optional<Refusal> refusal(Verdict verdict, Sender sender, String recipient) {
        if (wantsAll(recipient)) {
            return Optional.empty();
        }
        return profiles.apply(recipient)
                .refusal(verdict)
                .filter(refused -> !senders.senderIsAllowed(sender, recipient, verdict.category()));
    }

    /** Mail to the postmaster is never refused (RFC 5321 section 4.5.1), nor what is not filtered. */
    private boolean wantsAll(String recipient) {
        return services.contains(recipient)
                || Addresses.localPartOf(recipient).equalsIgnoreCase("postmaster")
                || recipients.isExempt(recipient);
    }
}
