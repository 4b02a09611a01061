package org.scora.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every storage test runs on, each real. */
enum TestEngine {
    H2 {
        @Override
        DatabaseSettings freshDatabase(Path folder) {
            return new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", CONNECTIONS);
        }
    },
    POSTGRESQL {
        @Override
        DatabaseSettings freshDatabase(Path folder) {
            String name = "test_" + Server.DATABASES.incrementAndGet();
            try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new DatabaseSettings(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "", CONNECTIONS);
        }
    };

    private static final int CONNECTIONS = 4;

    /** The settings of a database that is empty. */
    abstract DatabaseSettings freshDatabase(Path folder);

    /** One server for the whole run, started when it is first needed; it stops by itself with the JVM. */
    private static final class Server {
        static final AtomicInteger DATABASES = new AtomicInteger();
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
