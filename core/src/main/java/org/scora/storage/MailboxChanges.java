package org.scora.storage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.domain.MailboxDifference;

/**
 * What brings a domain's list in line with a sorted one: both are read side by side, in the order of the names, so that a
 * million of them need no memory here.
 */
final class MailboxChanges {
    private static final int ROWS_AT_ONCE = 1000;
    private static final int MOST_SHOWN = 20;

    private final Handle handle;
    private final String domain;
    private final SortedNames names;
    private final boolean replace;

    /** @param handle has to be in a transaction: otherwise PostgreSQL sends all rows of an answer at once */
    MailboxChanges(Handle handle, String domain, SortedNames names, boolean replace) {
        this.handle = handle;
        this.domain = domain;
        this.names = names;
        this.replace = replace;
    }

    /** What there is to do. */
    MailboxDifference plan() {
        Some added = new Some();
        Some removed = new Some();
        each(added, removed);
        return new MailboxDifference(
                count(handle, domain), added.number, removed.number, added.first, removed.first, false);
    }

    /** Does it. */
    void apply() {
        try (Rows added = new Rows("INSERT INTO mailbox (domain, local_part) VALUES (:domain, :localPart)");
                Rows removed = new Rows("DELETE FROM mailbox WHERE domain = :domain AND local_part = :localPart")) {
            each(added, removed);
        }
    }

    static long count(Handle handle, String domain) {
        return handle.select("SELECT COUNT(*) FROM mailbox WHERE domain = ?", domain)
                .mapTo(Long.class)
                .one();
    }

    private void each(Consumer<String> added, Consumer<String> removed) {
        if (replace) {
            eachOfTwoLists(added, removed);
        } else if (names.areMoreThan(ROWS_AT_ONCE)) {
            eachOfTwoLists(added, name -> {});
        } else {
            eachNew(added);
        }
    }

    private void eachOfTwoLists(Consumer<String> added, Consumer<String> removed) {
        try (Stream<String> stored = Engine.of(handle).mailboxes(handle, domain)) {
            Iterator<String> before = stored.iterator();
            Iterator<String> after = names.iterator();
            Optional<String> old = next(before);
            Optional<String> wanted = next(after);
            while (old.isPresent() || wanted.isPresent()) {
                int order = compare(old, wanted);
                if (order < 0) {
                    removed.accept(old.orElseThrow());
                } else if (order > 0) {
                    added.accept(wanted.orElseThrow());
                }
                old = order <= 0 ? next(before) : old;
                wanted = order >= 0 ? next(after) : wanted;
            }
        }
    }

    private static Optional<String> next(Iterator<String> names) {
        return names.hasNext() ? Optional.of(names.next()) : Optional.empty();
    }

    // Behind the last name of a list comes none that is before the other's.
    private static int compare(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent()
                ? one.get().compareTo(other.get())
                : Boolean.compare(one.isEmpty(), other.isEmpty());
    }

    // A few names need not be compared with all that are stored.
    private void eachNew(Consumer<String> added) {
        for (String name : names) {
            boolean known = handle.select("SELECT 1 FROM mailbox WHERE domain = ? AND local_part = ?", domain, name)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (!known) {
                added.accept(name);
            }
        }
    }

    /** Counts, and keeps the first. */
    private static final class Some implements Consumer<String> {
        private final List<String> first = new ArrayList<>();
        private long number;

        @Override
        public void accept(String name) {
            number++;
            if (first.size() < MOST_SHOWN) {
                first.add(name);
            }
        }
    }

    /** Executes a statement for many names, some at once. */
    private final class Rows implements Consumer<String>, AutoCloseable {
        private final PreparedBatch batch;

        Rows(String statement) {
            batch = handle.prepareBatch(statement);
        }

        @Override
        public void accept(String name) {
            batch.bind("domain", domain).bind("localPart", name).add();
            if (batch.size() >= ROWS_AT_ONCE) {
                batch.execute();
            }
        }

        @Override
        public void close() {
            batch.execute();
            batch.close();
        }
    }
}
