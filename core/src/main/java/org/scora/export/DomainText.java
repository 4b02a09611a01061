package org.scora.export;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.scora.domain.DomainProperty;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfUser;
import org.scora.policy.ListEntry;

/**
 * A domain as it stands in the file: its properties, then these. What is left out stays as it is.
 *
 * @param settings what is set for the domain, by name
 * @param mailboxes local parts, sorted
 * @param aliases mailboxes by alias
 * @param exempt local parts of recipients that are not filtered
 * @param allow entries of the allowlist by pattern
 * @param block entries of the blocklist by pattern
 * @param users what is set for users, by local part and name
 * @param lists allow and block lists of users, by local part
 * @param properties such as route and tls, by name
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"properties", "settings", "aliases", "exempt", "allow", "block", "users", "lists", "mailboxes"})
public record DomainText(
        Optional<SortedMap<String, String>> settings,
        Optional<List<String>> mailboxes,
        Optional<SortedMap<String, List<String>>> aliases,
        Optional<List<String>> exempt,
        Optional<SortedMap<String, ListText>> allow,
        Optional<SortedMap<String, ListText>> block,
        Optional<SortedMap<String, SortedMap<String, String>>> users,
        Optional<SortedMap<String, UserLists>> lists,
        @JsonAnyGetter @JsonAnySetter Map<String, String> properties) {

    /** An entry of a list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ListText(
            @JsonProperty(defaultValue = "false") boolean evenUnauthenticated,
            Optional<Instant> expires,
            Optional<String> note) {

        static ListText of(ListEntry entry) {
            return new ListText(
                    entry.evenUnauthenticated(),
                    entry.expires(),
                    Optional.of(entry.note()).filter(note -> !note.isEmpty()));
        }
    }

    /** The lists of a user, by pattern. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record UserLists(SortedMap<String, ListText> allow, SortedMap<String, ListText> block) {
        static final UserLists NONE = new UserLists(new TreeMap<>(), new TreeMap<>());

        /** Either may be left out in a file, which means that it is empty. */
        public UserLists {
            allow = allow == null ? new TreeMap<>() : allow;
            block = block == null ? new TreeMap<>() : block;
        }

        SortedMap<String, ListText> of(ListEntry.Kind kind) {
            return kind == ListEntry.Kind.ALLOW ? allow : block;
        }
    }

    /** All that is stored about a domain. */
    static DomainText of(ProtectedDomain domain, Stores stores) {
        String name = domain.name();
        SortedMap<String, SortedMap<String, String>> users = new TreeMap<>();
        stores.settings()
                .usersOf(name)
                .forEach(user -> users.put(user, new TreeMap<>(stores.settings().in(new OfUser(name, user)))));
        SortedMap<String, UserLists> lists = new TreeMap<>();
        stores.lists().usersOf(name).forEach(user -> lists.put(user, lists(stores, name, user)));
        return new DomainText(
                Optional.of(new TreeMap<>(stores.settings().in(new OfDomain(name)))),
                Optional.of(stores.domains().mailboxes(name)),
                Optional.of(new TreeMap<>(stores.aliases().of(name))),
                Optional.of(stores.domains().exemptions(name)),
                Optional.of(list(stores.lists().of(name), ListEntry.Kind.ALLOW)),
                Optional.of(list(stores.lists().of(name), ListEntry.Kind.BLOCK)),
                Optional.of(users),
                Optional.of(lists),
                properties(domain));
    }

    static Map<String, String> properties(ProtectedDomain domain) {
        Map<String, String> properties = new LinkedHashMap<>();
        DomainProperty.ALL.forEach(
                property -> properties.put(property.name(), property.reader().apply(domain)));
        return properties;
    }

    private static UserLists lists(Stores stores, String domain, String user) {
        List<ListEntry> entries = stores.lists().ofUser(domain, user);
        return new UserLists(list(entries, ListEntry.Kind.ALLOW), list(entries, ListEntry.Kind.BLOCK));
    }

    static SortedMap<String, ListText> list(List<ListEntry> stored, ListEntry.Kind kind) {
        SortedMap<String, ListText> entries = new TreeMap<>();
        stored.stream()
                .filter(entry -> entry.kind() == kind)
                .forEach(entry -> entries.put(entry.pattern(), ListText.of(entry)));
        return entries;
    }
}
