package org.scora.console.web.held;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.people.Actor;
import org.scora.policy.ListChanges;
import org.scora.policy.ListChanges.ListChange;
import org.scora.policy.ListEntry;
import org.scora.quarantine.DamagedContent;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldActions.Answer;
import org.scora.quarantine.HeldActions.Order;
import org.scora.quarantine.HeldActions.Refused;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.ReleasePolicy.Action;
import org.scora.quarantine.ReleasePolicy.Permission;
import org.scora.quarantine.RequestDesk;
import org.scora.quarantine.SenderChoice;
import org.scora.quarantine.SenderChoice.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a user asks for with a held message, as far as he may, and says what came of it. */
public final class HeldDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(HeldDesk.class);

    private final HeldActions actions;
    private final RequestDesk requests;
    private final ListChanges changes;
    private final Clock clock;

    public HeldDesk(HeldActions actions, RequestDesk requests, ListChanges changes, Clock clock) {
        this.actions = actions;
        this.requests = requests;
        this.changes = changes;
        this.clock = clock;
    }

    /** The user's copies of a message; none when it is not his business. */
    public List<HeldCopy> copies(HeldMessage message, Actor user) {
        return message.copies().stream()
                .filter(copy -> actions.isOf(user, copy))
                .toList();
    }

    /** What the user may do with a message as it stands now. */
    public List<Deed> deeds(HeldMessage message, Actor user) {
        List<Deed> deeds = new ArrayList<>();
        copies(message, user).stream()
                .filter(copy -> copy.state() == HeldState.HELD)
                .findFirst()
                .ifPresent(copy -> {
                    for (Deed deed : Deed.values()) {
                        if (may(message, user, copy, deed)) {
                            deeds.add(deed);
                        }
                    }
                });
        return deeds;
    }

    private boolean may(HeldMessage message, Actor user, HeldCopy copy, Deed deed) {
        boolean releases = permission(message, user, copy, Action.RELEASE) == Permission.YES;
        return switch (deed) {
            case RELEASE -> releases;
            case RELEASE_AND_ALLOW -> releases && yes(message, user, copy, Action.ALLOW_SENDER);
            case RELEASE_AND_TEACH -> releases && yes(message, user, copy, Action.TEACH_WANTED);
            case DELETE -> yes(message, user, copy, Action.DELETE);
            case DELETE_AND_BLOCK -> yes(message, user, copy, Action.BLOCK_SENDER);
            case REPORT_SPAM -> yes(message, user, copy, Action.REPORT_SPAM);
            case REQUEST ->
                permission(message, user, copy, Action.RELEASE) == Permission.ON_REQUEST
                        && yes(message, user, copy, Action.REQUEST);
        };
    }

    private boolean yes(HeldMessage message, Actor user, HeldCopy copy, Action action) {
        return permission(message, user, copy, action) == Permission.YES;
    }

    private Permission permission(HeldMessage message, Actor user, HeldCopy copy, Action action) {
        return actions.permission(user, action, message, copy);
    }

    /**
     * Does it.
     *
     * @param note what the user says to it; may be empty
     */
    public Outcome act(HeldMessage message, Actor user, Deed deed, String note) {
        if (deed == Deed.REQUEST) {
            return request(message, user, note);
        }
        Order order = new Order(message, List.of(), user, note);
        return deed.releases() ? release(order, deed) : delete(order, deed);
    }

    private Outcome request(HeldMessage message, Actor user, String note) {
        try {
            requests.file(message, user.name(), user, note);
            return Outcome.done(
                    "The administrator is asked",
                    List.of("You get a mail when it is decided. Until then the message stays where it is."),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            return Outcome.notDone("Nothing was asked", Words.sentence(String.valueOf(e.getMessage())));
        }
    }

    private Outcome release(Order order, Deed deed) {
        Answer answer;
        try {
            answer = actions.release(order);
        } catch (MissingContent | DamagedContent e) {
            LOGGER.error("{} can not be released: {}", order.message().receipt(), e.getMessage());
            return Outcome.notDone(
                    "It can not be released",
                    "The message is not kept as it came. Your administrator can see whether there is a backup.");
        }
        if (answer.done().isEmpty()) {
            return notNow(order, answer, deed, HeldState.RELEASED, "It was released before");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                answer.later()
                        ? "It goes to you as soon as the gateway's queue works again."
                        : "It is on its way to " + String.join(" and ", answer.done()) + ".");
        if (deed == Deed.RELEASE_AND_TEACH) {
            boolean learned = actions.teach(order, false);
            sentences.add(
                    learned ? "The filter learned that it is not spam." : "The filter learned nothing new from it.");
        }
        Optional<ListChange> change =
                deed == Deed.RELEASE_AND_ALLOW ? list(order, ListEntry.Kind.ALLOW, sentences) : Optional.empty();
        return Outcome.done("The message is released", sentences, change.map(ListChange::id));
    }

    private Outcome delete(Order order, Deed deed) {
        List<String> sentences = new ArrayList<>();
        if (deed == Deed.REPORT_SPAM && actions.teach(order, true)) {
            sentences.add("The filter learned from it. Thank you.");
        }
        Answer answer = actions.delete(order);
        if (answer.done().isEmpty()) {
            return notNow(order, answer, deed, HeldState.DELETED, "It was deleted before");
        }
        Optional<ListChange> change =
                deed == Deed.DELETE_AND_BLOCK ? list(order, ListEntry.Kind.BLOCK, sentences) : Optional.empty();
        return Outcome.done("The message is deleted", sentences, change.map(ListChange::id));
    }

    private Outcome notNow(Order order, Answer answer, Deed deed, HeldState wanted, String before) {
        Optional<Refused> refused = answer.refused().stream().findFirst();
        if (refused.isPresent()) {
            boolean mayRequest =
                    deed.releases() && deeds(order.message(), order.actor()).contains(Deed.REQUEST);
            return new Outcome(
                    false,
                    deed.releases() ? "It stays held" : "It is not deleted",
                    List.of(Words.sentence(refused.get().sentence())),
                    mayRequest,
                    Optional.empty());
        }
        boolean was = copies(order.message(), order.actor()).stream()
                .anyMatch(copy ->
                        copy.state() == wanted || wanted == HeldState.RELEASED && copy.state() == HeldState.RELEASING);
        return was
                ? Outcome.done(before, List.of("There is nothing more to do."), Optional.empty())
                : Outcome.notDone("It is not held any more", "It was released, deleted, or its time was over.");
    }

    private Optional<ListChange> list(Order order, ListEntry.Kind kind, List<String> sentences) {
        boolean allow = kind == ListEntry.Kind.ALLOW;
        Optional<Instant> expires =
                allow ? Optional.of(clock.instant().plus(SenderChoice.ALLOWED_FOR)) : Optional.empty();
        try {
            ListEntry entry = listed(order, kind, expires).get(0);
            sentences.add(
                    allow
                            ? "Mail from " + entry.pattern() + " to " + entry.listOf() + " is let through for a year."
                            : "Mail from " + entry.pattern() + " to " + entry.listOf() + " is held from now on.");
            return changes.of(entry);
        } catch (IllegalArgumentException e) {
            sentences.add("Its sender is not " + (allow ? "allowed: " : "blocked: ") + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    // Who writes from another address each time is known by the domain that signs, if at all.
    private List<ListEntry> listed(Order order, ListEntry.Kind kind, Optional<Instant> expires) {
        try {
            return actions.list(order, kind, Scope.ADDRESS, expires);
        } catch (IllegalArgumentException e) {
            if (kind == ListEntry.Kind.BLOCK) {
                throw e;
            }
            try {
                return actions.list(order, kind, Scope.SIGNER, expires);
            } catch (IllegalArgumentException unsigned) {
                e.addSuppressed(unsigned);
                throw e;
            }
        }
    }
}
