package org.scora.report;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.message.OutgoingMail;
import org.scora.people.Link;
import org.scora.people.LinkAddress;
import org.scora.people.Links;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.ReleaseRequest;
import org.scora.quarantine.RequestNotices;

/** The mails about requests for the release of a held message: plain text, in which what a stranger wrote is no link. */
public final class RequestMails implements RequestNotices {
    private static final Duration GOOD_FOR = Duration.ofDays(14);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final AutomaticMail mail;
    private final Links links;
    private final LinkAddress addresses;
    private final Clock clock;

    /**
     * @param gateway the host name of this gateway
     * @param clock its zone is the one in which times are told
     */
    public RequestMails(String gateway, Links links, LinkAddress addresses, Clock clock) {
        this.mail = new AutomaticMail(gateway);
        this.links = links;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public OutgoingMail asked(ReleaseRequest request, HeldMessage message, String administrator) {
        URI page = addresses.of(links.issue(new Link(
                Link.Kind.DECIDE,
                administrator,
                Long.toString(request.id()),
                clock.instant().plus(GOOD_FOR))));
        String text = request.requestedBy() + " asks you to release a message that is held.\n\n"
                + facts(request, message)
                + note("What is said to it", request.note())
                + "\nLook at it, and release it or leave it where it is:\n\n" + page
                + "\n\nThe link is for you, and good for " + GOOD_FOR.toDays()
                + " days. Nothing happens before you press a button there."
                + " Whoever asked is told what you decide, and what you say to it."
                + "\n\nWho runs the gateway can decide by command too: scora quarantine approve " + request.id() + "\n";
        return write(
                "request-" + request.id() + "-" + administrator.replaceAll("[^A-Za-z0-9-]", "-"),
                List.of(administrator),
                "Release requested: " + Harmless.text(message.subject()),
                text);
    }

    @Override
    public OutgoingMail decided(ReleaseRequest request, Optional<HeldMessage> message, String owner) {
        boolean approved = request.state() == ReleaseRequest.State.APPROVED;
        String text = (approved
                        ? "The message that you asked for is released, and on its way to you.\n\n"
                        : "The message that you asked for stays held; it was looked at and not released.\n\n")
                + message.map(one -> facts(request, one)).orElse("")
                + note("What is said to it", request.answer());
        return write(
                "request-" + request.id() + "-decided",
                List.of(owner),
                (approved ? "Released: " : "Not released: ")
                        + message.map(one -> Harmless.text(one.subject())).orElse(request.receipt()),
                text);
    }

    private String facts(ReleaseRequest request, HeldMessage message) {
        ZoneId zone = clock.getZone();
        return "Receipt:      " + request.receipt()
                + "\nFor:          " + Harmless.text(request.recipient())
                + "\nFrom:         "
                + Harmless.text(String.join(", ", message.facts().from()))
                + "\nSent by:      " + Harmless.text(message.sender().orElse("<> (a bounce)"))
                + "\nSubject:      " + Harmless.text(message.subject())
                + "\nTaken for:    " + message.category().name().toLowerCase(Locale.ROOT)
                + String.format(Locale.ROOT, ", score %.1f", message.score())
                + "\nHeld because: " + Harmless.text(message.reason())
                + "\nHeld since:   " + MINUTE.format(message.heldAt().atZone(zone)) + " (" + zone.getId() + ")\n";
    }

    private static String note(String heading, String note) {
        return note.isBlank() ? "" : "\n" + heading + ": " + Harmless.text(note) + "\n";
    }

    private OutgoingMail write(String id, List<String> recipients, String subject, String text) {
        return mail.write(
                id, recipients, subject, clock.instant(), message -> AutomaticMail.setPlainText(message, text));
    }
}
