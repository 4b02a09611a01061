package org.scora.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.scora.domain.SettingScope.OfUser;
import org.scora.export.DomainText.ListText;
import org.scora.export.DomainText.UserLists;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;

/** Brings allow and block lists to what a file says. */
final class ListsImport {
    private final SenderLists lists;
    private final Differing differing;

    ListsImport(SenderLists lists, Differing differing) {
        this.lists = lists;
        this.differing = differing;
    }

    /** Is told of what differs, and of what to do about it. */
    interface Differing {
        void note(String where, String what, String before, String after, Runnable change);
    }

    void ofDomain(String domain, String where, ListEntry.Kind kind, Map<String, ListText> wanted) {
        bring(new Place(domain, Optional.empty(), kind), where, DomainText.list(lists.of(domain), kind), wanted);
    }

    void ofUsers(String domain, SortedMap<String, UserLists> wanted) {
        Set<String> users = new TreeSet<>(lists.usersOf(domain));
        users.addAll(wanted.keySet());
        for (String user : users) {
            UserLists after = wanted.getOrDefault(user, UserLists.NONE);
            List<ListEntry> stored = lists.ofUser(domain, user);
            String where = new OfUser(domain, user).toString();
            for (ListEntry.Kind kind : ListEntry.Kind.values()) {
                bring(new Place(domain, Optional.of(user), kind), where, DomainText.list(stored, kind), after.of(kind));
            }
        }
    }

    private record Place(String domain, Optional<String> mailbox, ListEntry.Kind kind) {
        ListEntry entry(String pattern, ListText text) {
            return new ListEntry(
                    kind,
                    domain,
                    pattern,
                    text.evenUnauthenticated(),
                    text.expires(),
                    text.note().orElse(""),
                    mailbox);
        }
    }

    private void bring(Place place, String where, Map<String, ListText> stored, Map<String, ListText> wanted) {
        Map<String, ListText> parsed = new HashMap<>();
        wanted.forEach((pattern, entry) -> parsed.put(ListEntry.parsePattern(pattern), entry));
        Set<String> patterns = new TreeSet<>(stored.keySet());
        patterns.addAll(parsed.keySet());
        patterns.forEach(pattern -> {
            Optional<ListText> after = Optional.ofNullable(parsed.get(pattern));
            differing.note(
                    where,
                    place.kind().name().toLowerCase(Locale.ROOT) + "list entry " + pattern,
                    described(Optional.ofNullable(stored.get(pattern))),
                    described(after),
                    () -> set(place, pattern, after));
        });
    }

    private void set(Place place, String pattern, Optional<ListText> after) {
        after.ifPresentOrElse(
                text -> lists.add(place.entry(pattern, text)),
                () -> place.mailbox()
                        .ifPresentOrElse(
                                mailbox -> lists.removeOfUser(place.kind(), place.domain(), mailbox, pattern),
                                () -> lists.remove(place.kind(), place.domain(), pattern)));
    }

    private static String described(Optional<ListText> entry) {
        return entry.map(text -> (text.evenUnauthenticated() ? "even unauthenticated" : "listed")
                        + text.expires().map(end -> ", until " + end).orElse("")
                        + text.note().map(note -> ", note: " + note).orElse(""))
                .orElse("");
    }
}
