package org.scora.console.web.held;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.scora.domain.EffectiveSettings;
import org.scora.message.Addresses;
import org.scora.policy.ListChanges;
import org.scora.policy.ListChanges.ListChange;
import org.scora.policy.ListEntry;
import org.scora.policy.QuarantineSettings;
import org.scora.policy.SenderLists;
import org.scora.quarantine.SenderChoice;

/** The senders whom a user lets through or blocks for the own mailbox: seeing, adding, removing, undoing. */
public final class ListPages implements Section {
    static final String LISTS = "/lists";
    private static final String CHANGE = "change";
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final int SHOWN = 20;

    private final SenderLists lists;
    private final ListChanges changes;
    private final SenderChoice senders;
    private final EffectiveSettings settings;
    private final Machines machines;
    private final Times times;
    private final Clock clock;

    public ListPages(
            SenderLists lists,
            ListChanges changes,
            SenderChoice senders,
            EffectiveSettings settings,
            Machines machines,
            Times times,
            Clock clock) {
        this.lists = lists;
        this.changes = changes;
        this.senders = senders;
        this.settings = settings;
        this.machines = machines;
        this.times = times;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param token proves that its forms are ours
     * @param count whether entries count: whether the domain lets users have some
     */
    public record ListsView(
            Shell shell, String token, boolean count, List<Entry> allowed, List<Entry> blocked, List<Row> changes) {}

    /**
     * An entry.
     *
     * @param id names it in a form
     */
    public record Entry(String id, String pattern, String until, String note) {}

    /** A change. */
    public record Row(long change, String when, String what, String pattern, String until) {}

    /** The owner of a mailbox. */
    private record User(String mailbox, String domain, String localPart) {
        static Optional<User> of(String mailbox) {
            return Addresses.domainOf(mailbox)
                    .map(domain -> new User(
                            mailbox, domain, Addresses.localPartOf(mailbox).toLowerCase(Locale.ROOT)));
        }
    }

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
        Optional<User> user = visit.visitor().mailbox().flatMap(User::of);
        if (user.isEmpty()) {
            return Reply.to("/login");
        }
        return visit.posts() ? post(visit, user.get()) : show(visit, user.get());
    }

    private Reply show(Visit visit, User user) {
        List<ListEntry> entries = lists.ofUser(user.domain(), user.localPart());
        return Reply.page(
                200,
                Html.of(
                        "lists",
                        new ListsView(
                                Shell.of(visit, "Senders that you allow or block"),
                                visit.visitor().formToken(LISTS),
                                mayHave(user),
                                ofKind(entries, ListEntry.Kind.ALLOW),
                                ofKind(entries, ListEntry.Kind.BLOCK),
                                changes.newestOfUser(user.domain(), user.localPart(), SHOWN).stream()
                                        .map(this::row)
                                        .toList())));
    }

    private boolean mayHave(User user) {
        return settings.value(user.domain(), QuarantineSettings.USERS_MAY_ALLOW_SENDERS);
    }

    private List<Entry> ofKind(List<ListEntry> entries, ListEntry.Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .filter(entry -> entry.expires().map(clock.instant()::isBefore).orElse(true))
                .map(entry -> new Entry(
                        id(entry),
                        Words.line(entry.pattern()),
                        entry.expires().map(times::minute).orElse(""),
                        Words.line(entry.note())))
                .toList();
    }

    private static String id(ListEntry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT) + " " + entry.pattern();
    }

    private Row row(ListChange change) {
        String list = change.kind() == ListEntry.Kind.ALLOW ? "let through" : "held";
        String what = change.after().isEmpty() ? "is not " + list + " any more" : "is " + list;
        String until =
                change.after().flatMap(ListEntry::expires).map(times::minute).orElse("");
        return new Row(change.id(), times.minute(change.at()), what, Words.line(change.pattern()), until);
    }

    private Reply post(Visit visit, User user) {
        if (!visit.isGenuine(LISTS)) {
            return Notice.notGenuine(visit);
        }
        Optional<String> ask = machines.challenge(visit, user.mailbox());
        if (ask.isPresent()) {
            return CodePage.reply(visit, ask.get());
        }
        try {
            if (visit.field(ADD).isPresent()) {
                return add(visit, user);
            }
            return visit.field(REMOVE).map(id -> remove(visit, user, id)).orElseGet(() -> undo(visit, user));
        } catch (IllegalArgumentException e) {
            return Notice.bad(visit, 409, "Nothing was changed", Words.sentence(String.valueOf(e.getMessage())));
        }
    }

    private Reply add(Visit visit, User user) {
        if (!mayHave(user)) {
            return Notice.bad(visit, 403, "Nothing was changed", "Your administrators set this for the whole domain.");
        }
        boolean allow = visit.field(ADD).filter("allow"::equals).isPresent();
        Optional<Instant> expires =
                allow ? Optional.of(clock.instant().plus(SenderChoice.ALLOWED_FOR)) : Optional.empty();
        lists.by(user.mailbox())
                .add(ListEntry.ofUser(
                        allow ? ListEntry.Kind.ALLOW : ListEntry.Kind.BLOCK,
                        user.domain(),
                        user.localPart(),
                        senders.toList(visit.field("sender").orElse("")),
                        expires,
                        ""));
        return Reply.to(LISTS);
    }

    private Reply remove(Visit visit, User user, String id) {
        Optional<ListEntry> entry = lists.ofUser(user.domain(), user.localPart()).stream()
                .filter(one -> id(one).equals(id))
                .findFirst();
        if (entry.isEmpty()) {
            return Notice.bad(visit, 409, "It is not there any more", "It was removed before.");
        }
        lists.by(user.mailbox())
                .removeOfUser(
                        entry.get().kind(),
                        user.domain(),
                        user.localPart(),
                        entry.get().pattern());
        return Reply.to(LISTS);
    }

    private Reply undo(Visit visit, User user) {
        Optional<ListChange> change = visit.field(CHANGE)
                .flatMap(text -> changes.newestOfUser(user.domain(), user.localPart(), SHOWN).stream()
                        .filter(one -> Long.toString(one.id()).equals(text))
                        .findFirst());
        if (change.isEmpty()) {
            return Notice.notGenuine(visit);
        }
        ListChange undone = changes.undo(change.get().id(), user.mailbox());
        return Notice.good(
                visit,
                "It is undone",
                "Mail from " + Words.line(undone.pattern()) + " to " + user.mailbox() + " is treated as before.");
    }
}
