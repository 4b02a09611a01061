package org.scora.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.HeldQuery.Place;

/**
 * A page of held messages. It is read from one index, the newest first: of the terms if any are asked for, otherwise of
 * the mailbox, the domain, or all.
 */
final class HeldSearch {
    private final HeldQuery query;
    private final List<String> terms;
    private final String place;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    HeldSearch(HeldQuery query) {
        this.query = query;
        this.terms = HeldTerms.in(query);
        this.place = terms.isEmpty() ? "r" : "t";
        ask();
    }

    private void ask() {
        for (int i = 0; i < terms.size(); i++) {
            values.put("term" + i, terms.get(i));
            conditions.add(
                    i == 0
                            ? "t.term = :term0"
                            : "EXISTS (SELECT 1 FROM held_term o WHERE o.term = :term" + i
                                    + " AND o.domain = t.domain AND o.held_at = t.held_at"
                                    + " AND o.message_key = t.message_key)");
        }
        ask("r.owner = :owner", "owner", query.owner().map(HeldTerms::lowerCase).map(Texts::exact));
        ask("r.domain = :domain", "domain", query.domain().map(JdbiHeldMessages::domain));
        if (!terms.isEmpty()) {
            ask("t.domain = :domain", "domain", query.domain().map(JdbiHeldMessages::domain));
        }
        ask("m.receipt = :receipt", "receipt", query.receipt().map(Texts::exact));
        ask("r.category = :category", "category", query.category().map(Enum::name));
        ask("m.score >= :least", "least", query.leastScore());
        ask("m.score <= :most", "most", query.mostScore());
        ask(place + ".held_at >= :from", "from", query.from());
        ask(place + ".held_at < :until", "until", query.until());
        if (!query.states().isEmpty()) {
            conditions.add("r.state IN (<states>)");
        }
    }

    private void ask(String condition, String name, Optional<?> value) {
        value.ifPresent(some -> {
            conditions.add(condition);
            values.put(name, some);
        });
    }

    List<HeldMessage> run(Handle handle) {
        return HeldTerms.asksForNothing(query) ? List.of() : messages(handle, keys(handle));
    }

    /** A message is found once for each recipient, so a page may take several readings. */
    private Set<String> keys(Handle handle) {
        Set<String> keys = new LinkedHashSet<>();
        Optional<Place> after = query.after();
        boolean more = true;
        while (more && keys.size() < query.limit()) {
            List<Place> found = places(handle, after);
            found.stream()
                    .map(Place::key)
                    .takeWhile(key -> keys.size() < query.limit())
                    .forEach(keys::add);
            more = found.size() == query.limit();
            after = found.isEmpty() ? after : Optional.of(found.get(found.size() - 1));
        }
        return keys;
    }

    private List<Place> places(Handle handle, Optional<Place> after) {
        List<String> all = new ArrayList<>(conditions);
        after.ifPresent(last -> all.add(place + ".held_at <= :lastAt AND (" + place + ".held_at < :lastAt OR " + place
                + ".message_key < :lastKey)"));
        String from = terms.isEmpty()
                ? " FROM held_recipient r"
                : " FROM held_term t JOIN held_recipient r ON r.message_key = t.message_key AND r.domain = t.domain";
        boolean asksMessage = query.receipt().isPresent()
                || query.leastScore().isPresent()
                || query.mostScore().isPresent();
        String message = asksMessage ? " JOIN held_message m ON m.message_key = r.message_key" : "";
        Query sql = handle.createQuery("SELECT " + place + ".held_at, " + place + ".message_key" + from + message
                        + (all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all))
                        + " ORDER BY " + place + ".held_at DESC, " + place + ".message_key DESC LIMIT :limit")
                .bind("limit", query.limit());
        values.forEach((name, value) -> bind(sql, name, value));
        if (!query.states().isEmpty()) {
            sql.bindList("states", query.states().stream().map(Enum::name).toList());
        }
        after.ifPresent(last ->
                sql.bindByType("lastAt", last.heldAt(), Instant.class).bind("lastKey", Texts.exact(last.key())));
        return sql.map((row, context) -> new Place(Instants.read(row, "held_at"), row.getString("message_key")))
                .list();
    }

    private static void bind(Query sql, String name, Object value) {
        if (value instanceof Instant time) {
            sql.bindByType(name, time, Instant.class);
        } else {
            sql.bind(name, value);
        }
    }

    private static List<HeldMessage> messages(Handle handle, Set<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : HeldRows.read(
                        handle,
                        handle.createQuery("SELECT m.* FROM held_message m WHERE m.message_key IN (<keys>)"
                                        + HeldRows.NEWEST_FIRST)
                                .bindList("keys", List.copyOf(keys)));
    }
}
