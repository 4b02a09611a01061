package org.scora.console.web.link;

import java.util.Optional;
import org.scora.console.web.held.Deed;
import org.scora.console.web.held.Deeds;
import org.scora.console.web.held.HeldDesk;
import org.scora.console.web.held.MessagePage;
import org.scora.console.web.held.Outcome;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Visit;
import org.scora.people.Actor;
import org.scora.people.Link;
import org.scora.people.Links;
import org.scora.quarantine.HeldMessage;

/** The links about one held message. */
public final class HeldLinks {
    private final Links links;
    private final MessagePage messages;
    private final HeldDesk desk;
    private final Deeds deeds;

    public HeldLinks(Links links, MessagePage messages, HeldDesk desk, Deeds deeds) {
        this.links = links;
        this.messages = messages;
        this.desk = desk;
        this.deeds = deeds;
    }

    Reply answer(Visit visit, String token, Link link) {
        Actor user = visit.byLink(link.owner());
        Optional<HeldMessage> message = messages.find(link.about(), user);
        if (message.isEmpty()) {
            return MessagePage.notFound(visit);
        }
        if (visit.posts()) {
            return post(visit, token, link, message.get());
        }
        return link.kind() == Link.Kind.SHOW
                ? messages.show(visit, message.get(), user, visit.path() + "/preview", visit.path())
                : messages.ask(visit, message.get(), user, offered(message.get(), user, deedOf(link)), visit.path());
    }

    Reply preview(Visit visit, Link link) {
        return messages.find(link.about(), visit.byLink(link.owner()))
                .map(messages::preview)
                .orElseGet(() -> MessagePage.notFound(visit));
    }

    private static Deed deedOf(Link link) {
        return switch (link.kind()) {
            case RELEASE -> Deed.RELEASE;
            case RELEASE_AND_ALLOW -> Deed.RELEASE_AND_ALLOW;
            case DELETE -> Deed.DELETE;
            default -> throw new IllegalArgumentException(link.kind() + " is about no deed");
        };
    }

    // Who may not allow senders may still release, and who may not release may ask.
    private Deed offered(HeldMessage message, Actor user, Deed deed) {
        var possible = desk.deeds(message, user);
        if (possible.contains(deed) || !deed.releases()) {
            return deed;
        }
        if (possible.contains(Deed.RELEASE)) {
            return Deed.RELEASE;
        }
        return possible.contains(Deed.REQUEST) ? Deed.REQUEST : deed;
    }

    private Reply post(Visit visit, String token, Link link, HeldMessage message) {
        if (!allows(link, visit.field(Deed.FIELD).flatMap(Deed::of))) {
            return Notice.notGenuine(visit);
        }
        return deeds.answer(
                visit, visit.byLink(link.owner()), message, visit.path(), outcome -> usedUp(token, outcome));
    }

    private static boolean allows(Link link, Optional<Deed> deed) {
        if (deed.isEmpty() || link.kind() == Link.Kind.SHOW) {
            return deed.isPresent();
        }
        Deed named = deedOf(link);
        return deed.get() == named || named.releases() && (deed.get() == Deed.RELEASE || deed.get() == Deed.REQUEST);
    }

    // Deeds may be done twice without harm, so that a link whose deed failed still works.
    private void usedUp(String token, Outcome outcome) {
        if (outcome.done()) {
            links.use(token);
        }
    }
}
