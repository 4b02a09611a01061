package org.scora.console.web.held;

import java.util.List;
import java.util.Optional;
import org.scora.console.web.visit.CodePage;
import org.scora.console.web.visit.Html;
import org.scora.console.web.visit.Machines;
import org.scora.console.web.visit.Notice;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Section;
import org.scora.console.web.visit.Shell;
import org.scora.console.web.visit.Times;
import org.scora.console.web.visit.Visit;
import org.scora.message.Addresses;
import org.scora.policy.ListChanges;
import org.scora.policy.ListChanges.ListChange;
import org.scora.policy.ListEntry;

/** The senders that a user allowed or blocked, and undoing it. */
public final class ListPages implements Section {
    static final String LISTS = "/lists";
    private static final String CHANGE = "change";
    private static final int NEWEST = 500;
    private static final int SHOWN = 50;

    private final ListChanges changes;
    private final Machines machines;
    private final Times times;

    public ListPages(ListChanges changes, Machines machines, Times times) {
        this.changes = changes;
        this.machines = machines;
        this.times = times;
    }

    /**
     * The page.
     *
     * @param token proves that its forms are ours
     */
    public record ListsView(Shell shell, String token, List<Row> rows) {}

    /** A change. */
    public record Row(long change, String when, String what, String pattern, String until) {}

    static Notice.Form undo(Visit visit, long change) {
        return new Notice.Form(
                LISTS,
                visit.visitor().formToken(LISTS),
                CHANGE,
                Long.toString(change),
                "Undo the change of the list",
                Optional.empty(),
                "");
    }

    @Override
    public boolean has(String path) {
        return path.equals(LISTS);
    }

    @Override
    public Reply answer(Visit visit) {
        Optional<String> mailbox = visit.visitor().mailbox();
        if (mailbox.isEmpty()) {
            return Reply.to("/login");
        }
        if (visit.posts()) {
            return undo(visit, mailbox.get());
        }
        List<Row> rows = own(mailbox.get()).stream().limit(SHOWN).map(this::row).toList();
        return Reply.page(
                200,
                Html.of(
                        "lists",
                        new ListsView(
                                Shell.of(visit, "Senders that you allowed or blocked"),
                                visit.visitor().formToken(LISTS),
                                rows)));
    }

    private List<ListChange> own(String mailbox) {
        return changes.newest(Addresses.domainOf(mailbox), NEWEST).stream()
                .filter(change -> change.who().equalsIgnoreCase(mailbox))
                .toList();
    }

    private Row row(ListChange change) {
        String list = change.kind() == ListEntry.Kind.ALLOW ? "let through" : "held";
        String what = change.after().isEmpty() ? "is not " + list + " any more" : "is " + list;
        String until =
                change.after().flatMap(ListEntry::expires).map(times::minute).orElse("");
        return new Row(change.id(), times.minute(change.at()), what, Words.line(change.pattern()), until);
    }

    private Reply undo(Visit visit, String mailbox) {
        Optional<ListChange> change = visit.field(CHANGE)
                .flatMap(text -> own(mailbox).stream()
                        .filter(one -> Long.toString(one.id()).equals(text))
                        .findFirst());
        if (!visit.isGenuine(LISTS) || change.isEmpty()) {
            return Notice.notGenuine(visit);
        }
        Optional<String> ask = machines.challenge(visit, mailbox);
        if (ask.isPresent()) {
            return CodePage.reply(visit, ask.get());
        }
        try {
            ListChange undone = changes.undo(change.get().id(), mailbox);
            return Notice.good(
                    visit,
                    "It is undone",
                    Words.line(undone.pattern()) + " is treated as before, for all of " + undone.domain() + ".");
        } catch (IllegalArgumentException e) {
            return Notice.bad(visit, 409, "It is not undone", Words.sentence(String.valueOf(e.getMessage())));
        }
    }
}
