package org.scora.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.scora.journal.JournalLine;
import org.scora.journal.TraceQuery;
import org.scora.journal.Traces;

/**
 * Finds lines by the index that fits what is asked: no database chooses it by itself when there are several. What has none,
 * such as words of a subject, is looked for in what has.
 */
record JdbiTraces(Sql sql, Pseudonyms pseudonyms) implements Traces {
    private static final Comparator<JournalLine> ORDER = Comparator.comparing(JournalLine::receivedAt)
            .reversed()
            .thenComparing(JournalLine::receipt)
            .thenComparing(JournalLine::recipient);

    @Override
    public List<JournalLine> find(TraceQuery query) {
        return sql.read(handle -> {
            Map<String, JournalLine> found = new LinkedHashMap<>();
            ways(query)
                    .forEach(way -> read(handle, query, way)
                            .forEach(line -> found.put(line.receipt() + " " + line.recipient(), line)));
            return found.values().stream().sorted(ORDER).limit(query.limit()).toList();
        });
    }

    /**
     * A condition for which there is an index, and the order in which this gives the lines.
     *
     * @param value in its place
     */
    private record IndexedBy(String condition, String order, String value) {}

    private List<IndexedBy> ways(TraceQuery query) {
        if (query.receipt().isPresent()) {
            return List.of(new IndexedBy(
                    "receipt = :key", "received_at", query.receipt().get()));
        }
        if (query.messageId().isPresent()) {
            return messageIds(query.messageId().get())
                    .map(id -> new IndexedBy("message_id = :key", "received_at", id))
                    .toList();
        }
        if (query.recipient().filter(JdbiTraces::isAddress).isPresent()) {
            return names(query.recipient().get())
                    .map(name -> new IndexedBy("recipient = :key", "recipient DESC, received_at", name))
                    .toList();
        }
        if (query.sender().filter(JdbiTraces::isAddress).isPresent()) {
            return names(query.sender().get())
                    .flatMap(name -> Stream.of("sender_key", "author")
                            .map(column -> new IndexedBy(column + " = :key", column + " DESC, received_at", name)))
                    .toList();
        }
        return List.of(query.recipient()
                .map(domain ->
                        new IndexedBy("recipient_domain = :key", "recipient_domain DESC, received_at", lower(domain)))
                .orElseGet(() -> new IndexedBy(":key = ''", "received_at", "")));
    }

    private static boolean isAddress(String text) {
        return text.indexOf('@') > 0;
    }

    private Stream<String> names(String address) {
        return Stream.of(lower(address), pseudonyms.ofAddress(lower(address)));
    }

    private static Stream<String> messageIds(String id) {
        String bare = id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
        return Stream.of(Texts.exact(bare), Texts.exact("<" + bare + ">"));
    }

    private static String lower(String text) {
        return Texts.exact(text.toLowerCase(Locale.ROOT));
    }

    private List<JournalLine> read(Handle handle, TraceQuery asked, IndexedBy way) {
        List<String> conditions = new ArrayList<>(List.of(way.condition()));
        Map<String, Object> values = new LinkedHashMap<>(Map.of("key", way.value()));
        if (asked.receipt().isEmpty()) {
            conditions.add("received_at >= :from AND received_at < :until");
        }
        asked.recipient().ifPresent(text -> {
            conditions.add(isAddress(text) ? "recipient IN (:recipient, :veiledTo)" : "recipient_domain = :recipient");
            values.put("recipient", lower(text));
            values.put("veiledTo", pseudonyms.ofAddress(lower(text)));
        });
        asked.sender().ifPresent(text -> {
            conditions.add(
                    isAddress(text)
                            ? "(sender_key IN (:sender, :veiledFrom) OR author IN (:sender, :veiledFrom))"
                            : "(sender_key LIKE :ofDomain ESCAPE '!' OR author LIKE :ofDomain ESCAPE '!')");
            values.put("sender", lower(text));
            values.put("veiledFrom", pseudonyms.ofAddress(lower(text)));
            values.put("ofDomain", "%@" + literal(text));
        });
        asked.client().ifPresent(address -> {
            conditions.add("client_address IN (:client, :veiledClient)");
            values.put("client", address);
            values.put("veiledClient", pseudonyms.of(address));
        });
        for (String word : asked.subjectWords()) {
            String name = "word" + values.size();
            conditions.add("LOWER(subject) LIKE :" + name + " ESCAPE '!'");
            values.put(name, "%" + literal(word) + "%");
        }
        Query query = handle.createQuery("SELECT * FROM journal_line WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY " + way.order() + " DESC LIMIT :limit")
                .bind("from", asked.from())
                .bind("until", asked.until())
                .bind("limit", asked.limit());
        values.forEach(query::bind);
        return query.map((row, context) -> JournalRows.read(row)).list();
    }

    private static String literal(String text) {
        return lower(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
