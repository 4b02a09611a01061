package org.scora.console.web.link;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scora.audit.AuditLine;
import org.scora.audit.AuditLog;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Rate;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Visit;
import org.scora.message.Addresses;
import org.scora.people.Link;
import org.scora.people.Links.Found;

/** Says that a link does nothing, and why, and what to do instead; the audit log says it too. */
public final class DeadLinks {
    private static final String INSTEAD = "You can get a link to all that is held for you.";

    private final AuditLog audit;
    private final UnaryOperator<String> receipts;
    private final Clock clock;
    // So that whoever follows a link a thousand times does not write a thousand lines.
    private final Rate noted;

    /** @param receipts the receipt of the held message with a key, or the key where there is none any more */
    public DeadLinks(AuditLog audit, UnaryOperator<String> receipts, Clock clock) {
        this.audit = audit;
        this.receipts = receipts;
        this.clock = clock;
        this.noted = new Rate(1, Duration.ofHours(1), clock);
    }

    Reply reply(Visit visit, Found found) {
        if (found instanceof Found.Used used) {
            note(visit, used.link(), "nothing was done: the link was used before");
            return Notice.bad(visit, 410, "This link was used", "It works once, and was used before.", INSTEAD);
        }
        if (found instanceof Found.Expired expired) {
            note(visit, expired.link(), "nothing was done: the link's time was over");
            return Notice.bad(visit, 410, "This link is too old", "Its time is over. Nothing was done.", INSTEAD);
        }
        if (found instanceof Found.Revoked revoked) {
            note(visit, revoked.link(), "nothing was done: the link was void");
            return Notice.bad(
                    visit,
                    410,
                    "This link is void",
                    "Its message is not held any more, or its owner made it void. Nothing was done.",
                    INSTEAD);
        }
        return unknown(visit);
    }

    static Reply unknown(Visit visit) {
        return Notice.bad(
                visit,
                404,
                "There is no such link",
                "It may have been cut where a line ends, or changed on its way. Nothing was done.",
                INSTEAD);
    }

    Reply another(Visit visit, Link link) {
        note(visit, link, "nothing was done: " + visit.visitor().mailbox().orElse("somebody else") + " is logged in");
        return Notice.bad(
                visit,
                403,
                "This link is for another mailbox",
                "You are logged in as " + visit.visitor().mailbox().orElse("somebody else")
                        + ", and the link was sent to somebody else. Nothing was done.",
                "If that mailbox is yours too, log out first, and open the link again.");
    }

    /** Writes down what came of a link, once an hour. */
    void note(Visit visit, Link link, String result) {
        String what = "link to " + words(link) + about(link);
        if (noted.allows(visit.network() + " " + link.owner() + " " + what + " " + result)) {
            audit.note(new AuditLine(
                    clock.instant(),
                    link.owner(),
                    Addresses.domainOf(link.owner()),
                    what,
                    Optional.empty(),
                    Optional.of(result),
                    Optional.of(visit.byLink(link.owner()).origin()),
                    Optional.empty()));
        }
    }

    private String about(Link link) {
        if (link.kind() == Link.Kind.DECIDE) {
            return ", request " + link.about();
        }
        boolean ofMessage = !link.about().isEmpty() && !link.about().equals(Link.DECOY);
        return ofMessage ? ", " + receipts.apply(link.about()) : "";
    }

    private static String words(Link link) {
        return link.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
