package org.scora.storage;

import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.scora.storage.Remembered.Key;

/**
 * What the stores of all that administrators set have in common: reading through memory, and changing in somebody's
 * name.
 */
record Store(Sql sql, Remembered remembered, Author author) {

    <T> T read(HandleCallback<T, RuntimeException> question) {
        return sql.read(question);
    }

    /** The same for an answer that is longer than memory: its rows come a few at a time. */
    <T> T readLong(HandleCallback<T, RuntimeException> question) {
        return sql.readLong(question);
    }

    /** The answer to a question about two names, from memory if it is known there. */
    <T> T remembered(Class<? super T> type, String kind, String first, String second, Supplier<T> question) {
        return remembered.answer(new Key<T>(type, kind, first, second), question);
    }

    <T> T write(HandleCallback<T, RuntimeException> change) {
        try {
            return sql.write(change);
        } finally {
            remembered.changed();
        }
    }

    Store by(String who) {
        return new Store(sql, remembered, author.named(who));
    }

    /** Keeps others from changing what is set for a domain until the transaction ends; mail goes on. */
    static void lock(Handle handle, String domain) {
        KnownDomain.require(handle, domain);
        handle.select(
                        "SELECT name FROM protected_domain WHERE name = ?"
                                + Engine.of(handle).lock(),
                        domain)
                .mapTo(String.class)
                .list();
    }
}
