package org.scora.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.message.Addresses;
import org.scora.trust.Acquaintance;
import org.scora.trust.Contact;
import org.scora.trust.Correspondents;

final class JdbiCorrespondents implements Correspondents {
    private static final int MOST_REPORTS = 10_000;

    private static final String UPDATE = """
            UPDATE correspondent SET last_seen = GREATEST(last_seen, :at), written_to = written_to + :written_to,
                wanted = wanted + :wanted WHERE domain = :domain AND peer = :peer""";
    private static final String INSERT = """
            INSERT INTO correspondent (domain, peer, first_seen, last_seen, written_to, wanted)
            SELECT name, :peer, :at, :at, :written_to, :wanted FROM protected_domain WHERE name = :domain""";
    private static final String OLD = "DELETE FROM correspondent WHERE last_seen < :before";
    private static final String TOO_MANY = """
            DELETE FROM correspondent WHERE last_seen < (
                SELECT last_seen FROM correspondent ORDER BY last_seen DESC LIMIT 1 OFFSET :most)""";
    private static final String REPORTED = """
            SELECT source_name, sender FROM training_event
            WHERE unwanted AND taken_back_at IS NULL AND taught_at >= :since AND source_kind IN ('PERSON', 'REPORT')
            ORDER BY id DESC LIMIT :most""";

    private final Sql sql;

    JdbiCorrespondents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Acquaintance> find(String domain, String peer) {
        return sql.read(handle -> handle.select(
                        "SELECT first_seen, last_seen, written_to, wanted FROM correspondent"
                                + " WHERE domain = ? AND peer = ?",
                        Texts.exact(domain),
                        Texts.exact(peer))
                .map((row, context) -> new Acquaintance(
                        Instants.read(row, "first_seen"),
                        Instants.read(row, "last_seen"),
                        row.getLong("written_to"),
                        row.getLong("wanted")))
                .findFirst());
    }

    @Override
    public void add(Collection<Contact> contacts) {
        // In one order, so that two nodes do not wait for each other.
        List<Contact> sorted = contacts.stream()
                .sorted((one, other) ->
                        (one.domain() + " " + one.peer()).compareTo(other.domain() + " " + other.peer()))
                .toList();
        sql.write(handle -> {
            sorted.forEach(contact -> add(handle, contact));
            return sorted.size();
        });
    }

    private static void add(Handle handle, Contact contact) {
        if (change(handle, UPDATE, contact) == 0) {
            change(handle, INSERT, contact);
        }
    }

    private static int change(Handle handle, String statement, Contact contact) {
        return handle.createUpdate(statement)
                .bind("domain", Texts.exact(contact.domain()))
                .bind("peer", Texts.exact(contact.peer()))
                .bindByType("at", contact.at(), Instant.class)
                .bind("written_to", contact.writtenTo())
                .bind("wanted", contact.wanted())
                .execute();
    }

    @Override
    public int forget(Instant before, int most) {
        return sql.write(handle -> handle.createUpdate(OLD)
                        .bindByType("before", before, Instant.class)
                        .execute()
                + handle.createUpdate(TOO_MANY).bind("most", most - 1).execute());
    }

    @Override
    public int forgetUnwanted(Instant since) {
        return sql.write(handle -> handle
                .createQuery(REPORTED)
                .bindByType("since", since, Instant.class)
                .bind("most", MOST_REPORTS)
                .map((row, context) -> forget(handle, row.getString("source_name"), row.getString("sender")))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum());
    }

    private static int forget(Handle handle, String whoSaidSo, String peer) {
        return handle.execute(
                "DELETE FROM correspondent WHERE domain = ? AND peer = ?",
                Addresses.domainOf(whoSaidSo).orElse(""),
                peer.toLowerCase(Locale.ROOT));
    }
}
