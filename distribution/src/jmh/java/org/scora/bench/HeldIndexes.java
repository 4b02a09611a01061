package org.scora.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The indexes of the quarantine's tables, as the migrations have them. */
final class HeldIndexes {
    private static final List<String> ALL = List.of(
            "held_message_receipt ON held_message (receipt)",
            "held_message_time ON held_message (held_at DESC, message_key DESC)",
            "held_message_end ON held_message (ended_at)",
            "held_recipient_domain_time ON held_recipient (domain, held_at DESC, message_key DESC)",
            "held_recipient_owner_time ON held_recipient (owner, held_at DESC, message_key DESC)",
            "held_recipient_time ON held_recipient (held_at DESC, message_key DESC)",
            "held_recipient_expiry ON held_recipient (domain, category, held_at)",
            "held_recipient_state ON held_recipient (state, changed_at)",
            "held_recipient_digest ON held_recipient (domain, digest, owner)",
            "held_term_place ON held_term (term, domain, held_at DESC, message_key DESC)");

    private HeldIndexes() {}

    /** Drops them; an index that is not there fails, so that this stays as the migrations are. Returns how to make them. */
    static List<String> drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String index : ALL) {
                statement.execute("DROP INDEX " + index.substring(0, index.indexOf(' ')));
            }
        }
        return ALL.stream().map(index -> "CREATE INDEX " + index).toList();
    }
}
