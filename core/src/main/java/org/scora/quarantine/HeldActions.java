package org.scora.quarantine;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomains;
import org.scora.journal.Opinion;
import org.scora.learn.SiteModel;
import org.scora.learn.TrainingSource;
import org.scora.message.Addresses;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;
import org.scora.quarantine.ReleasePolicy.Action;
import org.scora.quarantine.ReleasePolicy.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody does with a held message, after it was asked whether he may. All ways in use these: the command, pages,
 * links in mails. A recipient that is none of the actor's is treated as one that is not there.
 */
public final class HeldActions {
    private static final Logger LOGGER = LoggerFactory.getLogger(HeldActions.class);

    private final HeldCopies copies;
    private final Quarantine quarantine;
    private final Releases releases;
    private final SenderLists lists;
    private final SenderChoice senders;
    private final SiteModel model;
    private final ProtectedDomains domains;
    private final EffectiveSettings settings;
    private final Clock clock;

    public HeldActions(
            HeldCopies copies,
            Quarantine quarantine,
            Releases releases,
            SenderLists lists,
            SenderChoice senders,
            SiteModel model,
            ProtectedDomains domains,
            EffectiveSettings settings,
            Clock clock) {
        this.copies = copies;
        this.quarantine = quarantine;
        this.releases = releases;
        this.lists = lists;
        this.senders = senders;
        this.model = model;
        this.domains = domains;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param recipients for whom; empty for all who are the actor's
     * @param reason why; may be empty where none is needed
     */
    public record Order(HeldMessage message, List<String> recipients, Actor actor, String reason) {}

    /**
     * What was done.
     *
     * @param done recipients for whom it was done now
     * @param later whether it is done once the queue works again
     * @param refused why it was not done for others, for people
     */
    public record Answer(List<String> done, boolean later, List<Refused> refused) {}

    /** For whom something was not done, and why. */
    public record Refused(List<String> recipients, Objection why, String sentence) {}

    /** Sends it on its way. */
    public Answer release(Order order) {
        Allowed allowed = allowed(order, Action.RELEASE);
        if (allowed.recipients().isEmpty()) {
            return new Answer(List.of(), false, allowed.refused());
        }
        Releases.Result result = releases.release(order.message(), allowed.recipients(), order.actor(), order.reason());
        if (result instanceof Releases.Result.Sent sent) {
            return new Answer(sent.recipients(), sent.later(), allowed.refused());
        }
        List<Refused> refused = new ArrayList<>(allowed.refused());
        Releases.Result.Kept kept = (Releases.Result.Kept) result;
        refused.add(new Refused(allowed.recipients(), kept.why(), kept.sentence()));
        return new Answer(List.of(), false, refused);
    }

    /** Removes it; the content goes with the last recipient. */
    public Answer delete(Order order) {
        Allowed allowed = allowed(order, Action.DELETE);
        List<Refused> refused = new ArrayList<>(allowed.refused());
        if (order.message().legalHold() && !allowed.recipients().isEmpty()) {
            refused.add(
                    new Refused(allowed.recipients(), Objection.LEGAL_HOLD, "it is under legal hold, so it is kept"));
        }
        List<String> done = copies.change(new CopyChange(
                order.message().key(),
                allowed.recipients(),
                Set.of(HeldState.HELD, HeldState.RELEASED),
                HeldState.DELETED,
                clock.instant(),
                order.actor(),
                "delete",
                order.reason()));
        removeContents();
        return new Answer(done, false, refused);
    }

    private void removeContents() {
        try {
            quarantine.removeContents(copies);
        } catch (UncheckedIOException e) {
            LOGGER.warn("The content of a deleted message can not be removed now; it is tried again", e);
        }
    }

    /**
     * Lets its sender through from now on, or holds what he sends: a user for the own mailbox, others for the domains of
     * the recipients.
     *
     * @param expires when the entry ends; empty for never
     * @return the entries that hold now
     * @throws IllegalArgumentException with a text for people when the sender can not be put on the list
     */
    public List<ListEntry> list(Order order, ListEntry.Kind kind, SenderChoice.Scope scope, Optional<Instant> expires) {
        boolean allow = kind == ListEntry.Kind.ALLOW;
        Allowed allowed = allowed(order, allow ? Action.ALLOW_SENDER : Action.BLOCK_SENDER);
        if (allowed.recipients().isEmpty()) {
            throw new IllegalArgumentException(allowed.refused().stream()
                    .map(Refused::sentence)
                    .findFirst()
                    .orElse("it is held for nobody any more"));
        }
        String pattern = allow ? senders.toAllow(order.message(), scope) : senders.toBlock(order.message(), scope);
        List<ListEntry> entries = new ArrayList<>();
        String note = "from held message " + order.message().receipt();
        String actor = order.actor().name();
        boolean own = order.actor().role() == Role.USER;
        Optional<String> mailbox =
                own ? Optional.of(Addresses.localPartOf(actor).toLowerCase(Locale.ROOT)) : Optional.empty();
        for (String domain : domainsOf(own ? List.of(actor) : allowed.recipients())) {
            ListEntry entry = new ListEntry(kind, domain, pattern, false, expires, note, mailbox);
            lists.by(actor).add(entry);
            entries.add(entry);
        }
        if (allow) {
            copies.opinion(order.message(), allowed.recipients(), order.actor(), Opinion.Kind.ALLOWED, clock.instant());
        }
        return entries;
    }

    private static List<String> domainsOf(List<String> addresses) {
        return addresses.stream()
                .flatMap(address -> Addresses.domainOf(address).stream())
                .distinct()
                .toList();
    }

    /**
     * Teaches the filter what the message is. Failures are logged: what else was asked for is done already.
     *
     * @return whether it was learned, and for the first time
     */
    public boolean teach(Order order, boolean unwanted) {
        Action action = unwanted ? Action.REPORT_SPAM : Action.TEACH_WANTED;
        List<String> recipients = allowed(order, action).recipients();
        if (recipients.isEmpty()) {
            return false;
        }
        try {
            Opinion.Kind said = unwanted ? Opinion.Kind.UNWANTED : Opinion.Kind.WANTED;
            copies.opinion(order.message(), recipients, order.actor(), said, clock.instant());
            byte[] content = quarantine.bytesOf(order.message());
            byte[] start = Arrays.copyOf(content, Math.min(content.length, SiteModel.BYTES_KEPT));
            TrainingSource.Kind kind = unwanted ? TrainingSource.Kind.PERSON : TrainingSource.Kind.RELEASE;
            return model.teach(new TrainingSource(kind, order.actor().name()), start, unwanted) == SiteModel.Taught.NEW;
        } catch (UncheckedIOException e) {
            LOGGER.warn("{} is not learned", order.message().receipt(), e);
            return false;
        }
    }

    /** Keeps it whatever the settings say, or no longer; false when its content is gone. */
    public Answer legalHold(Order order, boolean on) {
        Allowed allowed = allowed(order, Action.LEGAL_HOLD);
        boolean done = !allowed.recipients().isEmpty()
                && copies.setLegalHold(order.message().key(), on, order.actor(), clock.instant(), order.reason());
        return new Answer(done ? allowed.recipients() : List.of(), false, allowed.refused());
    }

    private record Allowed(List<String> recipients, List<Refused> refused) {}

    private Allowed allowed(Order order, Action action) {
        List<String> recipients = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (HeldCopy copy : order.message().copies()) {
            if (isMeant(order, copy) && isOf(order.actor(), copy)) {
                objection(order, action, copy).ifPresentOrElse(refused::add, () -> recipients.add(copy.recipient()));
            }
        }
        return new Allowed(recipients, refused);
    }

    private static boolean isMeant(Order order, HeldCopy copy) {
        return order.recipients().isEmpty() || order.recipients().stream().anyMatch(copy.recipient()::equalsIgnoreCase);
    }

    /** Whether a copy is somebody's business at all. */
    public boolean isOf(Actor actor, HeldCopy copy) {
        return switch (actor.role()) {
            case OPERATOR -> true;
            case USER -> copy.owner().equalsIgnoreCase(actor.name());
            case DOMAIN_ADMINISTRATOR ->
                Addresses.domainOf(copy.recipient())
                        .flatMap(domains::find)
                        .filter(domain -> domain.administrators().stream().anyMatch(actor.name()::equalsIgnoreCase))
                        .isPresent();
        };
    }

    /** Whether somebody may do this with a copy, by the settings of its domain. */
    public Permission permission(Actor actor, Action action, HeldMessage message, HeldCopy copy) {
        String domain = Addresses.domainOf(copy.recipient()).orElse("");
        return isOf(actor, copy)
                ? ReleasePolicy.of(settings, domain).permission(actor.role(), action, message.category())
                : Permission.NO;
    }

    private Optional<Refused> objection(Order order, Action action, HeldCopy copy) {
        Permission permission = permission(order.actor(), action, order.message(), copy);
        boolean fulfilled = permission == Permission.YES
                || permission == Permission.WITH_REASON && !order.reason().isBlank();
        return fulfilled ? Optional.empty() : Optional.of(Objections.refused(permission, order, action, copy));
    }
}
