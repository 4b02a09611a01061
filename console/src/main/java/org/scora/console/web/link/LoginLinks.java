package org.scora.console.web.link;

import java.util.List;
import java.util.Optional;
import org.scora.console.web.held.HeldPages;
import org.scora.console.web.visit.CodePage;
import org.scora.console.web.visit.Machines;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Shell;
import org.scora.console.web.visit.Visit;
import org.scora.people.Actor;
import org.scora.people.Link;
import org.scora.people.Links;
import org.scora.people.Links.Found;
import org.scora.people.Sessions;

/** The link that was mailed to a mailbox and lets its owner in. */
public final class LoginLinks {
    private final Links links;
    private final Sessions sessions;
    private final Machines machines;
    private final DeadLinks dead;

    public LoginLinks(Links links, Sessions sessions, Machines machines, DeadLinks dead) {
        this.links = links;
        this.sessions = sessions;
        this.machines = machines;
        this.dead = dead;
    }

    Reply answer(Visit visit, String token, Link link) {
        if (!visit.posts()) {
            return ask(visit, link);
        }
        if (!visit.isGenuine(visit.path())) {
            return Notice.notGenuine(visit);
        }
        Optional<String> code = machines.challenge(visit, link.owner());
        if (code.isPresent()) {
            return CodePage.reply(visit, code.get());
        }
        return links.use(token) ? enter(visit, link) : dead.reply(visit, new Found.Used(link));
    }

    // Always under a new id, so that nobody can lay one ready for somebody else (session fixation).
    private Reply enter(Visit visit, Link link) {
        Actor user = visit.byLink(link.owner());
        visit.visitor().session().ifPresent(old -> sessions.end(visit.visitor().key(), user.origin()));
        String id = sessions.begin(user);
        machines.becomes(visit, id, link.owner());
        return Reply.to(HeldPages.LIST).as(id);
    }

    private static Reply ask(Visit visit, Link link) {
        Notice.Form form = new Notice.Form(
                visit.path(), visit.visitor().formToken(visit.path()), "login", "yes", "Log in", Optional.empty(), "");
        return new Notice(
                        Shell.of(visit, "Log in?"),
                        true,
                        List.of("You see what is held for " + link.owner() + ", on this device, until you log out or"
                                + " do nothing for 8 hours."),
                        List.of(form),
                        List.of())
                .reply(200);
    }
}
