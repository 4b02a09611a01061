package org.scora.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * In whose name something is changed: writes each change into the audit log, within its transaction, and makes all nodes
 * notice.
 */
record Author(String who, Clock clock) {
    private static final int LONGEST_NAME = 320;
    private static final int LONGEST_SUBJECT = 1000;
    private static final int LONGEST_TEXT = 10_000;

    /** Notes a change, as the last thing in a transaction: the row that tells the nodes is locked from here on. */
    void notes(Handle handle, @Nullable String domain, String what, Optional<String> before, Optional<String> after) {
        if (before.equals(after)) {
            return;
        }
        handle.createUpdate("INSERT INTO audit_line (changed_at, who, domain, what, text_before, text_after)"
                        + " VALUES (:at, :who, :domain, :what, :before, :after)")
                .bindByType("at", clock.instant(), Instant.class)
                .bind("who", Texts.bounded(who, LONGEST_NAME))
                .bind("domain", domain)
                .bind("what", Texts.bounded(what, LONGEST_SUBJECT))
                .bind("before", before.map(Author::bounded).orElse(null))
                .bind("after", after.map(Author::bounded).orElse(null))
                .execute();
        handle.execute("UPDATE settings_revision SET number = number + 1");
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? Texts.exact(text) : Texts.bounded(text, LONGEST_TEXT) + " …";
    }

    Author named(String name) {
        return new Author(name, clock);
    }
}
