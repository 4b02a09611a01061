package org.scora.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/** The databases that Scora runs on, and what is particular to each. */
enum Engine {
    /**
     * The embedded one. DB_CLOSE_ON_EXIT=FALSE: otherwise H2 closes the database when SIGTERM comes, while the server
     * still finishes its work. FILE_LOCK=FS: a lock of the operating system, gone with the process that held it.
     * TRACE_LEVEL_FILE=0: errors are thrown to us, no file with statements and what was in them is needed.
     * OPTIMIZE_REUSE_RESULTS=FALSE: H2 2.4.240 gives the last result of a subquery again though the same transaction has
     * changed a row of it.
     */
    H2(
            "jdbc:h2:",
            "org.h2.Driver",
            List.of("DB_CLOSE_ON_EXIT=FALSE", "FILE_LOCK=FS", "TRACE_LEVEL_FILE=0", "OPTIMIZE_REUSE_RESULTS=FALSE"),
            Map.of()) {
        // A commit of H2 reaches the file up to half a second later.
        @Override
        void makeDurable(Connection connection) throws SQLException {
            H2Sync.sync(connection);
        }

        @Override
        String lock() {
            return " FOR UPDATE";
        }

        // A result of a million rows would be written into a file before the first is given.
        @Override
        Stream<String> mailboxes(Handle handle, String domain) {
            return MailboxPages.all(handle, domain);
        }
    },

    /** For several nodes. The time limits, in seconds, keep a database that hangs from holding SMTP sessions. */
    POSTGRESQL(
            "jdbc:postgresql:",
            "org.postgresql.Driver",
            List.of(),
            Map.of("connectTimeout", "5", "socketTimeout", "30", "tcpKeepAlive", "true")) {
        // Rows that refer to the locked one may be added meanwhile, as mail does.
        @Override
        String lock() {
            return " FOR NO KEY UPDATE";
        }

        // How it sorts without a word depends on its locale.
        @Override
        Stream<String> mailboxes(Handle handle, String domain) {
            return handle
                    .createQuery(
                            "SELECT local_part FROM mailbox WHERE domain = :domain ORDER BY local_part COLLATE \"C\"")
                    .bind("domain", domain)
                    .setFetchSize(ROWS_AT_ONCE)
                    .mapTo(String.class)
                    .stream();
        }
    };

    private static final int ROWS_AT_ONCE = 1000;

    private final String urlPrefix;
    private final String driverClass;
    private final List<String> urlOptions;
    private final Map<String, String> driverProperties;

    Engine(String urlPrefix, String driverClass, List<String> urlOptions, Map<String, String> driverProperties) {
        this.urlPrefix = urlPrefix;
        this.driverClass = driverClass;
        this.urlOptions = urlOptions;
        this.driverProperties = driverProperties;
    }

    static Optional<Engine> of(String url) {
        for (Engine engine : values()) {
            if (url.startsWith(engine.urlPrefix)) {
                return Optional.of(engine);
            }
        }
        return Optional.empty();
    }

    /** The one behind a handle. */
    static Engine of(Handle handle) {
        try {
            return of(handle.getConnection().getMetaData().getURL()).orElseThrow();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** The end of a SELECT that locks its rows until the transaction ends. */
    abstract String lock();

    /**
     * The list of a domain's mailboxes in the order of {@link String#compareTo}, a few at a time; to be closed. What is
     * changed before the place that is read, in the same transaction, does no harm.
     */
    abstract Stream<String> mailboxes(Handle handle, String domain);

    /** The address with the options that we need; what the operator wrote stays as it is. */
    String completeUrl(String url) {
        StringBuilder complete = new StringBuilder(url);
        for (String option : urlOptions) {
            String name = option.substring(0, option.indexOf('=') + 1);
            if (!url.toUpperCase(Locale.ROOT).contains(";" + name)) {
                complete.append(';').append(option);
            }
        }
        return complete.toString();
    }

    /** To be named: JDBC by itself finds no driver among the extension jars of a James server. */
    String driverClass() {
        return driverClass;
    }

    Map<String, String> driverProperties() {
        return driverProperties;
    }

    /** Follows a commit, and returns once it outlives a crash. With most databases the commit alone does. */
    void makeDurable(Connection connection) throws SQLException {}
}
