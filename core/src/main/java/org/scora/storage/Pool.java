package org.scora.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The connections to the database. */
final class Pool {
    // Short, so that an SMTP session is answered 451 while its client still waits.
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    private Pool() {}

    /** Connects and brings the schema up to date; throws SettingException when the database can not be reached. */
    static HikariDataSource open(DatabaseSettings settings, Engine engine, String url) {
        HikariDataSource pool = connect(settings, engine, url);
        try {
            migrate(settings, url);
            return pool;
        } catch (FlywayException e) {
            pool.close();
            throw Unreachable.wrongSchema(settings.url(), e);
        }
    }

    private static HikariDataSource connect(DatabaseSettings settings, Engine engine, String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("scora");
        config.setDriverClassName(engine.driverClass());
        config.setJdbcUrl(url);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        engine.driverProperties().forEach(config::addDataSourceProperty);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw Unreachable.because(settings, e);
        }
    }

    // On a connection of its own: a migration may run longer than a connection of the pool waits for an answer.
    private static void migrate(DatabaseSettings settings, String url) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(url, settings.user(), settings.password())
                .locations("classpath:org/scora/storage/migration")
                .load()
                .migrate();
    }

    /** Makes the pool begin afresh; one that is not open yet has no such bean, and nothing to drop. */
    static void dropConnections(HikariDataSource pool) {
        Optional.ofNullable(pool.getHikariPoolMXBean()).ifPresent(HikariPoolMXBean::softEvictConnections);
    }
}
