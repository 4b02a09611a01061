package org.scora.console.web.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scora.console.web.held.MessageView.Fact;
import org.scora.console.web.visit.Html;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Shell;
import org.scora.console.web.visit.Times;
import org.scora.console.web.visit.Visit;
import org.scora.people.Actor;
import org.scora.policy.Decision;
import org.scora.policy.MailNotes;
import org.scora.quarantine.DamagedContent;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldNotes;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;
import org.scora.score.Weights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows one held message to the owner of a mailbox that it came for. */
public final class MessagePage {
    private static final Logger LOGGER = LoggerFactory.getLogger(MessagePage.class);

    private final Quarantine quarantine;
    private final HeldNotes notes;
    private final Supplier<Weights> weights;
    private final HeldDesk desk;
    private final Times times;

    public MessagePage(Quarantine quarantine, HeldNotes notes, Supplier<Weights> weights, HeldDesk desk, Times times) {
        this.quarantine = quarantine;
        this.notes = notes;
        this.weights = weights;
        this.desk = desk;
        this.times = times;
    }

    /** The message with this key, if it is the user's business. */
    public Optional<HeldMessage> find(String key, Actor user) {
        return quarantine
                .find(key)
                .filter(message -> !desk.copies(message, user).isEmpty());
    }

    /** Says that there is no such message, or none for this user: which of both is not told. */
    public static Reply notFound(Visit visit) {
        return Notice.bad(
                visit,
                404,
                "There is no such message",
                "It may have been deleted, or its time was over, or it did not come for you.");
    }

    /**
     * The page.
     *
     * @param preview where its HTML is shown
     * @param target where deeds are sent; the form is made for it
     */
    public Reply show(Visit visit, HeldMessage message, Actor user, String preview, String target) {
        List<HeldCopy> copies = desk.copies(message, user);
        return Reply.page(
                200,
                Html.of(
                        "message",
                        new MessageView(
                                Shell.of(visit, Words.subject(message)),
                                Words.subject(message),
                                standing(copies),
                                facts(message, copies),
                                receipt(message, copies),
                                content(message),
                                preview,
                                target,
                                visit.visitor().formToken(target),
                                message.key(),
                                desk.deeds(message, user))));
    }

    /** Asks whether one thing is to be done with it, by one button. */
    public Reply ask(Visit visit, HeldMessage message, Actor user, Deed deed, String target) {
        return Reply.page(
                200,
                Html.of(
                        "ask",
                        new AskView(
                                Shell.of(visit, deed.question()),
                                List.of(
                                        new Fact("From", Words.sender(message)),
                                        new Fact("Subject", Words.subject(message)),
                                        new Fact("Came", times.minute(message.heldAt())),
                                        new Fact("Held because", Words.sentence(reason(message, user)))),
                                deed,
                                target,
                                visit.visitor().formToken(target))));
    }

    /** What is asked of an administrator, with what there is to know. */
    public Reply decide(Visit visit, HeldMessage message, Actor administrator, String asker, String note) {
        List<HeldCopy> copies = desk.copies(message, administrator);
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Asked by", Words.address(asker))));
        facts.addAll(facts(message, copies));
        facts.add(new Fact("Held because", Words.sentence(reason(message, administrator))));
        return Reply.page(
                200,
                Html.of(
                        "decide",
                        new DecideView(
                                Shell.of(visit, "Release this message?"),
                                facts,
                                Words.line(note),
                                content(message),
                                message.category() == Category.VIRUS,
                                visit.path(),
                                visit.visitor().formToken(visit.path()))));
    }

    /** The message's own HTML, made harmless, for a frame. */
    public Reply preview(HeldMessage message) {
        try {
            return Reply.preview(HtmlPreview.document(
                    ContentView.read(quarantine.bytesOf(message)).html()));
        } catch (MissingContent | DamagedContent e) {
            return Reply.preview(HtmlPreview.document("The message can not be shown."));
        }
    }

    /** What core says in the middle of a sentence, as one of its own. */
    public static String sentence(String text) {
        return Words.sentence(text);
    }

    private String standing(List<HeldCopy> copies) {
        return copies.stream()
                .map(copy -> copy.changedAt()
                        .map(time -> Words.state(copy.state()) + " since " + times.minute(time))
                        .orElse(Words.state(copy.state())))
                .distinct()
                .findFirst()
                .map(Words::sentence)
                .orElse("");
    }

    private List<Fact> facts(HeldMessage message, List<HeldCopy> copies) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("From", Words.sender(message)),
                new Fact("Sent by", message.sender().map(Words::address).orElse("nobody, as bounces are")),
                new Fact(
                        "To",
                        String.join(
                                ", ",
                                copies.stream()
                                        .map(copy -> Words.line(copy.recipient()))
                                        .toList())),
                new Fact("Came", times.minute(message.heldAt())),
                new Fact("Taken for", Words.category(message.category())),
                new Fact("Size", Words.size(message.size())),
                new Fact("Receipt", message.receipt())));
        message.facts().messageId().ifPresent(id -> facts.add(new Fact("Message-ID", Words.line(id))));
        return facts;
    }

    private String reason(HeldMessage message, Actor user) {
        try {
            return reasons(message, notes.of(message), desk.copies(message, user))
                    .get(0);
        } catch (IllegalArgumentException e) {
            return message.reason();
        }
    }

    /** What was said to these; at least one sentence. */
    private static List<String> reasons(HeldMessage message, MailNotes noted, List<HeldCopy> copies) {
        List<String> reasons = noted.decisions().stream()
                .filter(decision ->
                        copies.stream().anyMatch(copy -> copy.recipient().equalsIgnoreCase(decision.recipient())))
                .map(Decision::reason)
                .toList();
        return reasons.isEmpty() ? List.of(message.reason()) : reasons;
    }

    private Optional<ReceiptView> receipt(HeldMessage message, List<HeldCopy> copies) {
        try {
            MailNotes noted = notes.of(message);
            List<String> reasons = reasons(message, noted, copies);
            return noted.verdict().map(verdict -> ReceiptView.of(verdict, weights.get(), reasons));
        } catch (IllegalArgumentException e) {
            LOGGER.warn("what was noted on {} can not be read", message.receipt(), e);
            return Optional.empty();
        }
    }

    private Optional<ContentView> content(HeldMessage message) {
        try {
            return Optional.of(ContentView.of(ContentView.read(quarantine.bytesOf(message))));
        } catch (MissingContent | DamagedContent e) {
            LOGGER.warn("{} can not be shown: {}", message.receipt(), e.getMessage());
            return Optional.empty();
        }
    }
}
