package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.HeldState;

class HeldMigrationTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestEngine.class)
    void whatAnOlderVersionHeldIsFoundAndStandsWhereItStood(TestEngine engine) throws SQLException {
        DatabaseSettings settings = engine.freshDatabase(folder);
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .locations("classpath:org/scora/storage/migration")
                .target("3")
                .load()
                .migrate();
        hold(settings, "held", "NULL");
        hold(settings, "released", "TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00+00:00'");

        try (Database database = Database.open(settings)) {
            assertThat(database.heldCopies()
                            .search(HeldQuery.builder()
                                    .owner(Optional.of("ann@example.com"))
                                    .states(HeldState.HELD)
                                    .build()))
                    .extracting(HeldMessage::key)
                    .containsExactly("held");
            HeldMessage released = database.heldMessages().find("released").orElseThrow();
            assertThat(released.recipientsIn(HeldState.RELEASED)).containsExactly("Ann@example.com");
            assertThat(released.releasedAt()).isPresent();
            assertThat(database.heldMessages().count()).isEqualTo(2);
        }
    }

    private static void hold(DatabaseSettings settings, String key, String releasedAt) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            String at = "TIMESTAMP WITH TIME ZONE '2026-03-01 12:00:00+00:00'";
            statement.execute("INSERT INTO held_message VALUES ('" + key + "', 'receipt', NULL, 'subject', 3.5, 'SPAM',"
                    + " 'reason', " + at + ", 100, '{}', " + releasedAt + ")");
            statement.execute("INSERT INTO held_recipient VALUES ('" + key + "', 0, 'Ann@example.com', 'example.com', "
                    + at + ")");
        }
    }
}
