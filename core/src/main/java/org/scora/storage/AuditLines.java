package org.scora.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.scora.audit.AuditLine;
import org.scora.people.Actor;

/** Writes lines of the audit log about what is done, within the transaction that does it. */
record AuditLines(Clock clock) {
    private static final int LONGEST_NAME = 320;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_ORIGIN = 100;
    private static final int LONGEST_TEXT = 1000;

    void write(Handle handle, Actor who, String domain, String what, String before, String after, String reason) {
        write(
                handle,
                new AuditLine(
                        clock.instant(),
                        who.name(),
                        Optional.of(domain).filter(name -> !name.isEmpty()),
                        what,
                        Optional.of(before),
                        Optional.of(after),
                        Optional.of(who.origin()),
                        Optional.of(reason).filter(text -> !text.isEmpty())));
    }

    int write(Handle handle, AuditLine line) {
        return handle.createUpdate("INSERT INTO audit_line"
                        + " (changed_at, who, domain, what, text_before, text_after, origin, reason)"
                        + " VALUES (:at, :who, :domain, :what, :before, :after, :origin, :reason)")
                .bindByType("at", line.at(), Instant.class)
                .bind("who", Texts.bounded(line.who(), LONGEST_NAME))
                .bind("domain", bounded(line.domain(), LONGEST_DOMAIN))
                .bind("what", Texts.bounded(line.what(), LONGEST_TEXT))
                .bind("before", bounded(line.before(), LONGEST_TEXT))
                .bind("after", bounded(line.after(), LONGEST_TEXT))
                .bind("origin", bounded(line.origin(), LONGEST_ORIGIN))
                .bind("reason", bounded(line.reason(), LONGEST_TEXT))
                .execute();
    }

    private static @Nullable String bounded(Optional<String> text, int most) {
        return text.map(one -> Texts.bounded(one, most)).orElse(null);
    }
}
