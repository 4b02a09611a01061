package org.scora.console.web.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.console.web.held.MessagePage;
import org.scora.console.web.visit.Machines;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Section;
import org.scora.console.web.visit.Visit;
import org.scora.people.Link;
import org.scora.people.Links;
import org.scora.people.Links.Found;

/**
 * The pages behind the links in mails. Looking at one changes nothing, however often and by whomever; only a form that was
 * sent from it acts, once.
 */
public final class LinkPages implements Section {
    private static final Pattern PATH = Pattern.compile("/l/([A-Za-z2-7]{40})(/preview)?");
    private static final String PREFIX = "/l/";

    private final Links links;
    private final Machines machines;
    private final DeadLinks dead;
    private final HeldLinks held;
    private final LoginLinks logins;
    private final DigestLinks digests;
    private final RequestLinks requests;

    public LinkPages(
            Links links,
            Machines machines,
            DeadLinks dead,
            HeldLinks held,
            LoginLinks logins,
            DigestLinks digests,
            RequestLinks requests) {
        this.links = links;
        this.machines = machines;
        this.dead = dead;
        this.held = held;
        this.logins = logins;
        this.digests = digests;
        this.requests = requests;
    }

    @Override
    public boolean has(String path) {
        return path.startsWith(PREFIX);
    }

    @Override
    public Reply answer(Visit visit) {
        Matcher path = PATH.matcher(visit.path());
        if (!path.matches()) {
            return DeadLinks.unknown(visit);
        }
        String token = path.group(1);
        Found found = links.find(token);
        Optional<Link> decoy = linkOf(found).filter(LinkPages::isDecoy);
        if (decoy.isPresent()) {
            return decoy(visit, decoy.get());
        }
        if (found instanceof Found.Valid valid) {
            return isAnothers(visit, valid.link())
                    ? dead.another(visit, valid.link())
                    : valid(visit, token, valid.link(), path.group(2) != null);
        }
        return isOneClick(visit, found) ? digests.off(visit) : dead.reply(visit, found);
    }

    static Optional<Link> linkOf(Found found) {
        if (found instanceof Found.Valid valid) {
            return Optional.of(valid.link());
        }
        if (found instanceof Found.Used used) {
            return Optional.of(used.link());
        }
        if (found instanceof Found.Expired expired) {
            return Optional.of(expired.link());
        }
        return found instanceof Found.Revoked revoked ? Optional.of(revoked.link()) : Optional.empty();
    }

    private static boolean isDecoy(Link link) {
        return link.kind() == Link.Kind.SHOW && link.about().equals(Link.DECOY);
    }

    // A mail program may send it again.
    private static boolean isOneClick(Visit visit, Found found) {
        return found instanceof Found.Used used
                && used.link().kind() == Link.Kind.DIGEST_OFF
                && DigestLinks.isOneClick(visit);
    }

    private Reply decoy(Visit visit, Link link) {
        // What a browser fetches before anybody asks for it is no sign of a machine.
        if (!visit.ahead()) {
            machines.followedDecoy(visit, link.owner());
            dead.note(visit, link, "the decoy was followed: a code is asked for, for 30 minutes");
        }
        return Notice.bad(
                visit,
                200,
                "There is nothing here",
                "No person sees what leads to this page; programs that follow every link and press every button come here.",
                "If you are a person, you can go on: you are asked for a code that is mailed to you.");
    }

    private static boolean isAnothers(Visit visit, Link link) {
        return visit.visitor()
                .mailbox()
                .filter(mailbox -> !mailbox.equalsIgnoreCase(link.owner()))
                .isPresent();
    }

    private Reply valid(Visit visit, String token, Link link, boolean preview) {
        if (preview) {
            return link.kind() == Link.Kind.SHOW ? held.preview(visit, link) : MessagePage.notFound(visit);
        }
        Optional<Reply> stopped = visit.posts() ? stopped(visit, link) : Optional.empty();
        return stopped.orElseGet(() -> answer(visit, token, link));
    }

    private Optional<Reply> stopped(Visit visit, Link link) {
        if (visit.field(Machines.DECOY).isPresent()) {
            return Optional.of(decoy(visit, link));
        }
        Optional<Reply> again = DigestLinks.isOneClick(visit) || !visit.isGenuine(visit.path())
                ? Optional.empty()
                : machines.hurried(visit, link.owner());
        again.ifPresent(
                page -> dead.note(visit, link, "nothing was done: the button was pressed too fast for a person"));
        return again;
    }

    private Reply answer(Visit visit, String token, Link link) {
        return switch (link.kind()) {
            case RELEASE, RELEASE_AND_ALLOW, DELETE, SHOW -> held.answer(visit, token, link);
            case LOGIN -> logins.answer(visit, token, link);
            case DIGEST_OFF -> digests.answer(visit, token, link);
            case DECIDE -> requests.answer(visit, token, link);
            case REPLY -> DeadLinks.unknown(visit);
        };
    }
}
