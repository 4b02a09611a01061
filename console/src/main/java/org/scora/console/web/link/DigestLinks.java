package org.scora.console.web.link;

import java.util.List;
import java.util.Optional;
import org.scora.console.web.visit.CodePage;
import org.scora.console.web.visit.Form;
import org.scora.console.web.visit.Machines;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Shell;
import org.scora.console.web.visit.Visit;
import org.scora.people.DigestSwitch;
import org.scora.people.Link;
import org.scora.people.Links;

/** The link by which a mailbox gets no more digests, for people and for mail programs (RFC 8058). */
public final class DigestLinks {
    private final Links links;
    private final DigestSwitch digests;
    private final Machines machines;

    public DigestLinks(Links links, DigestSwitch digests, Machines machines) {
        this.links = links;
        this.digests = digests;
        this.machines = machines;
    }

    static boolean isOneClick(Visit visit) {
        return visit.posts()
                && visit.field(Form.UNSUBSCRIBE)
                        .filter(Form.ONE_CLICK::equalsIgnoreCase)
                        .isPresent();
    }

    Reply answer(Visit visit, String token, Link link) {
        if (!visit.posts()) {
            return ask(visit, link);
        }
        // A mail program has neither our page nor our cookie; who has the link has the mail (RFC 8058 section 3.2).
        if (!isOneClick(visit)) {
            if (!visit.isGenuine(visit.path())) {
                return Notice.notGenuine(visit);
            }
            Optional<String> code = machines.challenge(visit, link.owner());
            if (code.isPresent()) {
                return CodePage.reply(visit, code.get());
            }
        }
        digests.off(link.owner(), visit.byLink(link.owner()));
        links.use(token);
        return off(visit);
    }

    private static Reply ask(Visit visit, Link link) {
        Notice.Form form = new Notice.Form(
                visit.path(),
                visit.visitor().formToken(visit.path()),
                "digest",
                "off",
                "Send no more lists",
                Optional.empty(),
                "");
        String sentence = "The lists of what is held for " + link.owner()
                + " stop. Mail is held as before; you can look at it here at any time.";
        return new Notice(
                        Shell.of(visit, "Stop the lists of held mail?"),
                        true,
                        List.of(sentence),
                        List.of(form),
                        List.of())
                .reply(200);
    }

    Reply off(Visit visit) {
        return Notice.good(
                visit, "The lists are off", "You get no more lists of what is held. You can still look at it here.");
    }
}
