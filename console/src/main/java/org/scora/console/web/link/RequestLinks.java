package org.scora.console.web.link;

import java.util.Optional;
import org.scora.console.web.held.DecideView;
import org.scora.console.web.held.MessagePage;
import org.scora.console.web.visit.CodePage;
import org.scora.console.web.visit.Machines;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Visit;
import org.scora.people.Actor;
import org.scora.people.Link;
import org.scora.people.Links;
import org.scora.people.Role;
import org.scora.quarantine.DamagedContent;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.ReleaseRequest;
import org.scora.quarantine.RequestDesk;

/** The link by which an administrator of a domain decides a user's request. */
public final class RequestLinks {
    private static final int LONGEST_ANSWER = 500;

    private final Links links;
    private final RequestDesk requests;
    private final MessagePage messages;
    private final Machines machines;

    public RequestLinks(Links links, RequestDesk requests, MessagePage messages, Machines machines) {
        this.links = links;
        this.requests = requests;
        this.messages = messages;
        this.machines = machines;
    }

    Reply answer(Visit visit, String token, Link link) {
        Actor administrator = new Actor(
                Role.DOMAIN_ADMINISTRATOR,
                link.owner(),
                visit.byLink(link.owner()).origin());
        Optional<ReleaseRequest> request = requests.find(Long.parseLong(link.about()), administrator);
        Optional<HeldMessage> message =
                request.map(ReleaseRequest::messageKey).flatMap(key -> messages.find(key, administrator));
        if (request.isEmpty() || message.isEmpty()) {
            return MessagePage.notFound(visit);
        }
        if (request.get().state() != ReleaseRequest.State.OPEN) {
            return decided(visit, request.get());
        }
        return visit.posts()
                ? post(visit, token, request.get(), administrator)
                : messages.decide(
                        visit,
                        message.get(),
                        administrator,
                        request.get().requestedBy(),
                        request.get().note());
    }

    private static Reply decided(Visit visit, ReleaseRequest request) {
        String what = request.state() == ReleaseRequest.State.APPROVED ? "released" : "left where it is";
        return Notice.bad(
                visit,
                409,
                "It was decided before",
                "The message was " + what + " by " + request.decidedBy().orElse("somebody")
                        + ". Nothing was done now.");
    }

    private Reply post(Visit visit, String token, ReleaseRequest request, Actor administrator) {
        Optional<String> decision = visit.field(DecideView.DECISION);
        if (!visit.isGenuine(visit.path()) || decision.isEmpty()) {
            return Notice.notGenuine(visit);
        }
        Optional<String> code = machines.challenge(visit, administrator.name());
        if (code.isPresent()) {
            return CodePage.reply(visit, code.get());
        }
        String answer = visit.field(DecideView.ANSWER).orElse("");
        String bounded = answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER));
        try {
            return decision.get().equals(DecideView.APPROVE)
                    ? approve(visit, token, request, administrator, bounded)
                    : decline(visit, token, request, administrator, bounded);
        } catch (IllegalArgumentException e) {
            return Notice.bad(visit, 409, "Nothing was decided", MessagePage.sentence(String.valueOf(e.getMessage())));
        } catch (MissingContent | DamagedContent e) {
            return Notice.bad(visit, 409, "Nothing was decided", "The message is not kept as it came.");
        }
    }

    private Reply approve(Visit visit, String token, ReleaseRequest request, Actor administrator, String answer) {
        requests.approve(request.id(), administrator, answer);
        links.use(token);
        return Notice.good(
                visit, "The message is released", "It is on its way to " + request.recipient() + ", who is told so.");
    }

    private Reply decline(Visit visit, String token, ReleaseRequest request, Actor administrator, String answer) {
        requests.decline(request.id(), administrator, answer);
        links.use(token);
        return Notice.good(visit, "The message stays held", request.recipient() + " is told so.");
    }
}
