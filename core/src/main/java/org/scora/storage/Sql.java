package org.scora.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * How the stores reach the database: the one place where transactions begin and end, and where a failure of the
 * database becomes an UncheckedIOException.
 */
final class Sql {
    // Unique violation, vanished parent row (23506 in H2), serialization failure, deadlock: two writers met, and the
    // one
    // who tries again will pass, or see why not.
    private static final Set<String> WRITERS_MET = Set.of("23505", "23503", "23506", "40001", "40P01");
    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final Engine engine;
    private final Runnable dropConnections;
    private final Supplier<Optional<String>> trouble;
    private final SharedWork sync = new SharedWork();

    /**
     * @param dropConnections makes the pool begin afresh with new connections
     * @param trouble why nothing may be asked or written at all
     */
    Sql(Jdbi jdbi, Engine engine, Runnable dropConnections, Supplier<Optional<String>> trouble) {
        this.trouble = trouble;
        this.jdbi = jdbi;
        this.engine = engine;
        this.dropConnections = dropConnections;
    }

    <T> T read(HandleCallback<T, RuntimeException> question) {
        refuseInTrouble();
        try {
            return jdbi.withHandle(question);
        } catch (JdbiException e) {
            throw unreachable(e);
        }
    }

    /** The same in a transaction, without which PostgreSQL sends all rows of an answer at once. */
    <T> T readLong(HandleCallback<T, RuntimeException> question) {
        return read(handle -> handle.inTransaction(question));
    }

    /**
     * Runs a change in one transaction; durable on return. The change is run again when another writer was in its way,
     * so it has to take everything it needs from its handle.
     */
    <T> T write(HandleCallback<T, RuntimeException> change) {
        refuseInTrouble();
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.withHandle(handle -> durably(handle, change));
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !writersMet(e)) {
                    throw unreachable(e);
                }
            }
        }
    }

    private void refuseInTrouble() {
        trouble.get().ifPresent(reason -> {
            throw new UncheckedIOException(new IOException("the database can not be used: " + reason));
        });
    }

    private <T> T durably(Handle handle, HandleCallback<T, RuntimeException> change) {
        T result = handle.inTransaction(change);
        sync.ask(() -> makeDurable(handle));
        return result;
    }

    private void makeDurable(Handle handle) {
        try {
            engine.makeDurable(handle.getConnection());
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static boolean writersMet(JdbiException failure) {
        return WRITERS_MET.contains(sqlState(failure));
    }

    private UncheckedIOException unreachable(JdbiException failure) {
        // Classes 2 and 4 are about the data and the statement. Behind all else the database itself may be in trouble,
        // and the embedded one, once a full disk has stopped it, comes back only when no connection to it is left.
        if (!sqlState(failure).matches("[24].*")) {
            dropConnections.run();
        }
        return new UncheckedIOException(new IOException("the database did not do its work", failure));
    }

    private static String sqlState(JdbiException failure) {
        return failure.getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "";
    }
}
