package org.scora.storage;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What follows when nobody is left for whom a message is kept. */
final class HeldEnd {
    private static final String KEEPS_CONTENT = "('HELD', 'RELEASING', 'RELEASED')";

    private HeldEnd() {}

    /** Ends a message if nobody is left: it is no more found, and its content is to be removed. */
    static void endIfNobodyIsLeft(Handle handle, String key, Instant at) {
        int ended = handle.createUpdate("UPDATE held_message SET ended_at = :at WHERE message_key = :key"
                        + " AND ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM held_recipient r"
                        + " WHERE r.message_key = :key AND r.state IN " + KEEPS_CONTENT + ")")
                .bindByType("at", at, Instant.class)
                .bind("key", Texts.exact(key))
                .execute();
        if (ended > 0) {
            handle.execute("DELETE FROM held_term WHERE message_key = ?", Texts.exact(key));
            JdbiLinks.revokeAbout(handle, key, at);
            removeContent(handle, key);
        }
    }

    /** Notes that the content is to be removed; another transaction may have done so. */
    static void removeContent(Handle handle, String key) {
        handle.createUpdate("INSERT INTO held_content_to_remove (message_key) SELECT :key"
                        + " WHERE NOT EXISTS (SELECT 1 FROM held_content_to_remove WHERE message_key = :key)")
                .bind("key", Texts.exact(key))
                .execute();
    }
}
