package org.scora.storage;

import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.scora.people.Actor;

/** Writes lines of the audit log about what is done, within the transaction that does it. */
record AuditLines(Clock clock) {
    private static final int LONGEST_NAME = 320;
    private static final int LONGEST_ORIGIN = 100;
    private static final int LONGEST_TEXT = 1000;

    void write(Handle handle, Actor who, String domain, String what, String before, String after, String reason) {
        handle.createUpdate("INSERT INTO audit_line"
                        + " (changed_at, who, domain, what, text_before, text_after, origin, reason)"
                        + " VALUES (:at, :who, :domain, :what, :before, :after, :origin, :reason)")
                .bindByType("at", clock.instant(), Instant.class)
                .bind("who", Texts.bounded(who.name(), LONGEST_NAME))
                .bind("domain", domain.isEmpty() ? null : Texts.bounded(domain, 253))
                .bind("what", Texts.bounded(what, LONGEST_TEXT))
                .bind("before", Texts.bounded(before, LONGEST_TEXT))
                .bind("after", Texts.bounded(after, LONGEST_TEXT))
                .bind("origin", Texts.bounded(who.origin(), LONGEST_ORIGIN))
                .bind("reason", reason.isEmpty() ? null : Texts.bounded(reason, LONGEST_TEXT))
                .execute();
    }
}
