package org.scora.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.Recipients;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;
import org.scora.message.Addresses;
import org.scora.policy.GreylistSettings;
import org.scora.policy.Network;
import org.scora.policy.RecipientLists;
import org.scora.policy.Sender;
import org.scora.policy.SenderLists;
import org.scora.policy.SenderPolicy;

/**
 * Asks senders of whom nothing is known to come again, where the recipient's domain wants that. Never the known ones, never
 * for the postmaster and for exempt recipients. Thread-safe.
 */
public final class Greylisting {
    private static final Duration NOTED_AGAIN_AFTER = Duration.ofDays(1);

    private final EffectiveSettings settings;
    private final Recipients recipients;
    private final SenderPolicy senders;
    private final KnownCorrespondents known;
    private final RememberedGreylist greylist;
    private final Clock clock;

    public Greylisting(
            EffectiveSettings settings,
            Recipients recipients,
            SenderLists lists,
            KnownCorrespondents known,
            RememberedGreylist greylist,
            Clock clock) {
        this.settings = settings;
        this.recipients = recipients;
        this.senders = new SenderPolicy(new RecipientLists(lists, recipients), clock);
        this.known = known;
        this.greylist = greylist;
        this.clock = clock;
    }

    /** Whether it can be that a sender has to come again for this recipient: if not, nothing need be found out of it. */
    public boolean mayDelay(String recipient) {
        return !Addresses.localPartOf(recipient).equalsIgnoreCase("postmaster")
                && Addresses.domainOf(recipient)
                        .filter(domain -> settings.value(domain, GreylistSettings.GREYLIST))
                        .isPresent()
                && !recipients.isExempt(recipient);
    }

    /**
     * The answer that puts the sender off; empty when it is let in. To be asked only where {@link #mayDelay} holds.
     *
     * @throws java.io.UncheckedIOException when the store can not be reached
     */
    public Optional<Refusal> refusal(Visitor visitor, String recipient) {
        String domain = Addresses.domainOf(recipient).orElse("");
        if (isKnown(visitor, domain) || isAllowed(visitor, recipient)) {
            return Optional.empty();
        }
        Duration wait = Duration.ofMinutes(settings.value(domain, GreylistSettings.WAIT));
        return isLetIn(visitor.keyFor(domain), wait) ? Optional.empty() : Optional.of(comeAgain(wait));
    }

    private boolean isKnown(Visitor visitor, String domain) {
        boolean networkSpeaksForIt = !visitor.listed()
                && known.find(domain, Network.around(visitor.address()).toString())
                        .isPresent();
        return networkSpeaksForIt
                || visitor.provenDomain()
                        .filter(proven -> known.find(domain, proven).isPresent()
                                || known.find(domain, visitor.sender()).isPresent())
                        .isPresent();
    }

    private boolean isAllowed(Visitor visitor, String recipient) {
        Sender sender = new Sender(Optional.of(visitor.address()), List.of(visitor.sender()), visitor.proven());
        return senders.senderIsAllowed(sender, recipient);
    }

    private boolean isLetIn(GreylistKey key, Duration wait) {
        Instant now = clock.instant();
        Optional<Greylisted> entry = greylist.find(key);
        if (entry.isEmpty()) {
            greylist.note(key, new Greylisted(now, now, false));
            return false;
        }
        Greylisted found = entry.get();
        if (!found.letIn() && now.isBefore(found.firstSeen().plus(wait))) {
            return false;
        }
        if (!found.letIn() || found.lastSeen().plus(NOTED_AGAIN_AFTER).isBefore(now)) {
            greylist.note(key, new Greylisted(found.firstSeen(), now, true));
        }
        return true;
    }

    private static Refusal comeAgain(Duration wait) {
        String time = wait.toMinutes() == 1 ? "a minute" : wait.toMinutes() + " minutes";
        return new Refusal(
                450,
                "4.7.1",
                "Your server is new to this recipient's domain, please let it try again in " + time,
                RefusalReason.GREYLISTED);
    }
}
