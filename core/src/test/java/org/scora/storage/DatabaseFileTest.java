package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;

class DatabaseFileTest {
    private static final ProtectedDomain DOMAIN = new ProtectedDomain(
            "example.com",
            DomainState.ACTIVE,
            List.of(RouteHost.parse("192.0.2.1", 10)),
            RecipientPolicy.ANY,
            List.of());

    @TempDir
    private Path folder;

    private Path file;
    private Database database;

    @BeforeEach
    void open() {
        file = folder.resolve("scora.mv.db");
        database = Database.open(
                new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 2),
                Clock.systemUTC(),
                Duration.ofNanos(1));
        database.protectedDomains().save(DOMAIN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasDeletedIsNeitherReadNorWritten() throws IOException {
        assertThat(database.trouble()).isEmpty();
        Files.delete(file);
        assertThat(database.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains(file.toString(), "deleted", "restore"));
        assertThatThrownBy(() -> database.protectedDomains().save(DOMAIN))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("deleted");
        assertThatThrownBy(() -> database.protectedDomains().all()).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatIsBackIsUsedAgain() throws IOException {
        Path away = Files.move(file, folder.resolve("away"));
        assertThat(database.trouble()).isPresent();
        Files.move(away, file);
        assertThat(database.trouble()).isEmpty();
        assertThat(database.protectedDomains().all()).hasSize(1);
    }

    @Test
    void anotherFileInItsPlaceIsNotTheDatabase() throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy"));
        Files.delete(file);
        Files.move(copy, file);
        assertThat(database.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("another file", "restart"));
    }

    @Test
    void aFileThatWasEmptiedIsNoDatabase() throws IOException {
        Files.newByteChannel(file, StandardOpenOption.WRITE).truncate(0).close();
        assertThat(database.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("cut short"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "jdbc:h2:tcp://db.example/x", "jdbc:postgresql://db.example/scora"})
    void aDatabaseElsewhereHasNoFile(String url) {
        assertThat(DatabaseFile.of(url)).isEmpty();
    }
}
