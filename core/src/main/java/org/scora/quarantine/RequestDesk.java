package org.scora.quarantine;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Addresses;
import org.scora.message.Outbox;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.quarantine.HeldActions.Answer;
import org.scora.quarantine.HeldActions.Order;
import org.scora.quarantine.ReleasePolicy.Action;
import org.scora.quarantine.ReleasePolicy.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where users without the right to release ask for it, and those who have it decide. Those concerned get a mail; one that
 * can not be queued, or that a crash kept back, is sent by {@link #tellAll}.
 */
public final class RequestDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(RequestDesk.class);
    private static final Duration CRASHED_AFTER = Duration.ofMinutes(2);
    private static final int TOLD_AT_ONCE = 100;

    private final ReleaseRequests requests;
    private final HeldMessages held;
    private final HeldActions actions;
    private final ProtectedDomains domains;
    private final RequestNotices notices;
    private final Outbox outbox;
    private final Clock clock;

    public RequestDesk(
            ReleaseRequests requests,
            HeldMessages held,
            HeldActions actions,
            ProtectedDomains domains,
            RequestNotices notices,
            Outbox outbox,
            Clock clock) {
        this.requests = requests;
        this.held = held;
        this.actions = actions;
        this.domains = domains;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Files the request of a user, or of somebody in his name; asking again changes nothing.
     *
     * @param owner the address of the mailbox
     * @throws IllegalArgumentException with a text for people when there is nothing to be requested
     */
    public ReleaseRequest file(HeldMessage message, String owner, Actor by, String note) {
        Actor user = new Actor(Role.USER, owner, by.origin());
        HeldCopy copy = message.copies().stream()
                .filter(candidate -> candidate.state() == HeldState.HELD && actions.isOf(user, candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        message.receipt() + " is not held for " + owner + ", or not any more"));
        if (actions.permission(user, Action.RELEASE, message, copy) == Permission.YES) {
            throw new IllegalArgumentException(owner + " may release " + message.receipt() + "; no request is needed");
        }
        ReleaseRequest request = requests.file(message, copy.recipient(), by, note);
        if (!request.told()) {
            tell(request);
        }
        return request;
    }

    /**
     * What came of a decision.
     *
     * @param released what the release of an approved message did
     */
    public record Decision(ReleaseRequest request, Optional<Answer> released) {}

    /**
     * Approves a request: the message is released.
     *
     * @param answer what is said to the user; of a virus it is the reason too
     * @throws IllegalArgumentException with a text for people when it can not be approved
     */
    public Decision approve(long id, Actor by, String answer) {
        ReleaseRequest request = open(id, by);
        HeldMessage message = held.find(request.messageKey())
                .orElseThrow(() -> new IllegalArgumentException("the message is not in quarantine any more"));
        Answer released = actions.release(new Order(message, List.of(request.recipient()), by, answer));
        if (!released.refused().isEmpty()) {
            throw new IllegalArgumentException(released.refused().get(0).sentence());
        }
        return new Decision(decided(request, ReleaseRequest.State.APPROVED, by, answer), Optional.of(released));
    }

    /** Declines a request: the message stays held. Throws as {@link #approve} does. */
    public Decision decline(long id, Actor by, String answer) {
        return new Decision(decided(open(id, by), ReleaseRequest.State.DECLINED, by, answer), Optional.empty());
    }

    private ReleaseRequest decided(ReleaseRequest request, ReleaseRequest.State state, Actor by, String answer) {
        requests.decide(request.id(), state, by, answer);
        ReleaseRequest now = requests.find(request.id()).orElse(request);
        tell(now);
        return now;
    }

    /** A request that somebody may decide, or might have decided; empty when it is not his business. */
    public Optional<ReleaseRequest> find(long id, Actor by) {
        return requests.find(id).filter(request -> by.role() == Role.OPERATOR || administers(by, request));
    }

    private ReleaseRequest open(long id, Actor by) {
        ReleaseRequest request =
                find(id, by).orElseThrow(() -> new IllegalArgumentException("there is no request " + id));
        if (request.state() != ReleaseRequest.State.OPEN) {
            throw new IllegalArgumentException("request " + id + " was decided before");
        }
        return request;
    }

    private boolean administers(Actor by, ReleaseRequest request) {
        return by.role() == Role.DOMAIN_ADMINISTRATOR
                && administrators(request).stream().anyMatch(by.name()::equalsIgnoreCase);
    }

    private List<String> administrators(ReleaseRequest request) {
        return Addresses.domainOf(request.recipient())
                .flatMap(domains::find)
                .map(ProtectedDomain::administrators)
                .orElse(List.of());
    }

    /** Sends the mails that could not be sent before; returns about how many requests. */
    public int tellAll() {
        List<ReleaseRequest> untold = requests.untold(clock.instant().minus(CRASHED_AFTER), TOLD_AT_ONCE);
        untold.forEach(this::tell);
        return untold.size();
    }

    private void tell(ReleaseRequest request) {
        Optional<HeldMessage> message = held.find(request.messageKey());
        List<String> administrators = administrators(request);
        try {
            if (request.state() != ReleaseRequest.State.OPEN) {
                outbox.send(notices.decided(request, message, ownerOf(request, message)));
            } else if (message.isPresent()) {
                administrators.forEach(one -> outbox.send(notices.asked(request, message.get(), one)));
            }
            requests.told(request);
        } catch (UncheckedIOException e) {
            LOGGER.warn("the mail about request {} can not be sent now; it is tried again", request.id(), e);
        }
    }

    private static String ownerOf(ReleaseRequest request, Optional<HeldMessage> message) {
        return message.stream()
                .flatMap(one -> one.copies().stream())
                .filter(copy -> copy.recipient().equalsIgnoreCase(request.recipient()))
                .map(HeldCopy::owner)
                .findFirst()
                .orElse(request.recipient());
    }
}
