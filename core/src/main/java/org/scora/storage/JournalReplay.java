package org.scora.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.scora.journal.JournalLine;

/**
 * Reads a period of the journal in pages, by time alone: so both databases read each page from an index, and none holds
 * rows that are not needed yet.
 */
record JournalReplay(Sql sql, Optional<String> domain, Instant until) {
    private static final int PAGE = 2000;

    void from(Instant start, Consumer<JournalLine> reader) {
        Instant from = start;
        int limit = PAGE;
        while (true) {
            List<JournalLine> page = page(from, limit);
            if (page.size() < limit) {
                page.forEach(reader);
                return;
            }
            Instant last = page.get(page.size() - 1).receivedAt();
            if (last.equals(page.get(0).receivedAt())) {
                // More lines of one moment than a page has; a message has no more recipients than a server takes.
                limit *= 2;
            } else {
                // The last moment may go on behind the page: it is read again, whole.
                page.stream().filter(line -> line.receivedAt().isBefore(last)).forEach(reader);
                from = last;
                limit = PAGE;
            }
        }
    }

    private List<JournalLine> page(Instant from, int limit) {
        String ofDomain = domain.isPresent() ? "recipient_domain = :domain AND " : "";
        String order = domain.isPresent() ? "recipient_domain, received_at" : "received_at";
        return sql.read(handle -> handle.createQuery("SELECT * FROM journal_line WHERE " + ofDomain
                        + "received_at >= :from AND received_at < :until ORDER BY " + order + " LIMIT :limit")
                .bind("domain", domain.orElse(""))
                .bind("from", from)
                .bind("until", until)
                .bind("limit", limit)
                .map((row, context) -> JournalRows.read(row))
                .list());
    }
}
