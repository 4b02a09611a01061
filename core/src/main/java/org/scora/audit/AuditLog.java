package org.scora.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was changed. Throws UncheckedIOException when the store can not be reached. */
public interface AuditLog {

    /**
     * The newest changes, the newest first.
     *
     * @param domain of this domain only
     * @param since made at this time or later
     * @param most at most this many
     */
    List<AuditLine> find(Optional<String> domain, Instant since, int most);

    /** Writes down something that was tried and changed nothing, so that no other line tells of it. */
    void note(AuditLine line);
}
