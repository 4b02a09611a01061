package org.scora.console.web.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.scora.console.web.visit.CodePage;
import org.scora.console.web.visit.Machines;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Notice.Way;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Shell;
import org.scora.console.web.visit.Visit;
import org.scora.people.Actor;
import org.scora.quarantine.HeldMessage;

/** Takes the forms by which something is done with a held message, once it is sure that a person sent them. */
public final class Deeds {
    private static final int LONGEST_NOTE = 500;

    private final HeldDesk desk;
    private final Machines machines;

    public Deeds(HeldDesk desk, Machines machines) {
        this.desk = desk;
        this.machines = machines;
    }

    /**
     * Does what the form says.
     *
     * @param purpose for which the form has to be made
     * @param after is told what came of it
     */
    public Reply answer(Visit visit, Actor user, HeldMessage message, String purpose, Consumer<Outcome> after) {
        Optional<Deed> deed = visit.field(Deed.FIELD).flatMap(Deed::of);
        if (!visit.isGenuine(purpose) || deed.isEmpty()) {
            return Notice.notGenuine(visit);
        }
        Optional<String> ask = machines.challenge(visit, user.name());
        if (ask.isPresent()) {
            return CodePage.reply(visit, ask.get());
        }
        String note = visit.field("note").orElse("");
        Outcome outcome = desk.act(message, user, deed.get(), note.substring(0, Math.min(note.length(), LONGEST_NOTE)));
        after.accept(outcome);
        return said(visit, message, purpose, outcome);
    }

    private static Reply said(Visit visit, HeldMessage message, String purpose, Outcome outcome) {
        boolean inside = visit.visitor().mailbox().isPresent();
        List<Notice.Form> forms = new ArrayList<>();
        if (outcome.mayRequest()) {
            forms.add(request(visit, message, purpose));
        }
        outcome.change().filter(change -> inside).ifPresent(change -> forms.add(ListPages.undo(visit, change)));
        List<String> sentences = new ArrayList<>(outcome.sentences());
        if (outcome.change().isPresent() && !inside) {
            sentences.add("To undo that, log in to your quarantine and look at the senders that you allow or block.");
        }
        Notice notice = new Notice(
                Shell.of(visit, outcome.title()),
                outcome.done(),
                sentences,
                forms,
                List.of(inside ? Way.HELD : Way.LOGIN));
        return notice.reply(outcome.done() ? 200 : 409);
    }

    private static Notice.Form request(Visit visit, HeldMessage message, String purpose) {
        return new Notice.Form(
                visit.path(),
                visit.visitor().formToken(purpose),
                Deed.FIELD,
                Deed.REQUEST.word(),
                Deed.REQUEST.button(),
                Optional.of("Why you need it (optional)"),
                message.key());
    }
}
