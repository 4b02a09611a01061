package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostConnectionTest {

    @Test
    void aDatabaseThatGoesAwayIsAnIoError() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        DatabaseSettings settings =
                new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 2);
        try (Database database = Database.open(settings)) {
            assertThat(database.reachable()).isTrue();

            postgres.close();

            assertThat(database.reachable()).isFalse();
            assertThatThrownBy(() -> database.journal().record(List.of())).isInstanceOf(UncheckedIOException.class);
        }
    }
}
