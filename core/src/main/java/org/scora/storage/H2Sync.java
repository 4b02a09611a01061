package org.scora.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Makes what was committed to H2 outlive a crash. Its statement CHECKPOINT SYNC is not enough: H2 also writes by itself,
 * in other threads, when much has changed or much time has passed; the statement then finds nothing left to write, and
 * does not wait for what is still under way.
 */
final class H2Sync {
    private H2Sync() {}

    /** Returns once all that was committed before is on the disk. */
    static void sync(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            sync(session.getDatabase().getStore().getMvStore());
        } else {
            askServerToSync(connection);
        }
    }

    private static void sync(MVStore store) throws SQLException {
        if (!store.isPersistent()) {
            return;
        }
        try {
            store.commit();
            // Runs its argument once nothing is being written any more.
            store.executeFilestoreOperation(store::sync);
        } catch (MVStoreException e) {
            throw new SQLException("the database file can not be written", e);
        }
    }

    private static void askServerToSync(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }
}
