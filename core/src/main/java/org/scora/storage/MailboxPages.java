package org.scora.storage;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A domain's mailboxes in the order of the database, page after page. */
final class MailboxPages {
    private static final int AT_ONCE = 1000;

    private MailboxPages() {}

    /** All of them; a page is asked for when the one before it was read. */
    static Stream<String> all(Handle handle, String domain) {
        return Stream.iterate(
                        after(handle, domain, "", AT_ONCE),
                        page -> !page.isEmpty(),
                        page -> page.size() < AT_ONCE
                                ? List.of()
                                : after(handle, domain, page.get(page.size() - 1), AT_ONCE))
                .flatMap(List::stream);
    }

    /** The names behind one. */
    static List<String> after(Handle handle, String domain, String localPart, int most) {
        // By domain, too: only then H2 takes the order of the key, and sorts nothing.
        return handle.createQuery("SELECT local_part FROM mailbox WHERE domain = :domain AND local_part > :after"
                        + " ORDER BY domain, local_part LIMIT :most")
                .bind("domain", domain)
                .bind("after", localPart)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }
}
