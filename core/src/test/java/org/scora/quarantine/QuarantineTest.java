package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class QuarantineTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final HeldMessage MESSAGE = new HeldMessage(
            "Mail1!-!2",
            "4QX7-M2DA-9KTW",
            Optional.of("sender@elsewhere.example"),
            List.of("ann@example.com", "bob@example.com"),
            "subject",
            3.5,
            Category.SPAM,
            "reason",
            NOW.minusSeconds(60),
            7,
            "envelope",
            Optional.empty());

    @TempDir
    Path folder;

    private Database database;
    private ContentStore contents;
    private Quarantine quarantine;

    @BeforeEach
    void openQuarantine() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4));
        contents = new FileContentStore(folder.resolve("quarantine"));
        quarantine = new Quarantine(database.heldMessages(), contents);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void aHeldMessageIsFoundWithItsContent() throws IOException {
        quarantine.hold(MESSAGE, content());

        HeldMessage held = MESSAGE.withContentHash(
                Hashing.sha256().hashString("content", StandardCharsets.UTF_8).toString());
        assertThat(quarantine.find("Mail1!-!2")).contains(held);
        assertThat(quarantine.byReceipt("4QX7-M2DA-9KTW")).containsExactly(held);
        assertThat(quarantine.list(Optional.of("example.com"), 9)).containsExactly(held);
        assertThat(quarantine.keys()).containsExactly("Mail1!-!2");
        assertThat(quarantine.count()).isOne();
        try (InputStream content = quarantine.content("Mail1!-!2").orElseThrow()) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("content");
        }
    }

    @Test
    void contentThatIsNotWhatWasWrittenIsNotGivenOut() throws IOException {
        quarantine.hold(MESSAGE, content());
        contents.write(MESSAGE.key(), new ByteArrayInputStream("Content".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> quarantine.content(MESSAGE.key()))
                .isInstanceOf(DamagedContent.class)
                .hasMessageContaining("checksum");

        Path file = Path.of(contents.place(MESSAGE.key()).substring("file ".length()));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 30));
        assertThatThrownBy(() -> quarantine.content(MESSAGE.key())).isInstanceOf(DamagedContent.class);
    }

    @Test
    void contentThatIsGoneIsMissing() {
        quarantine.hold(MESSAGE, content());
        contents.delete(MESSAGE.key());
        assertThat(quarantine.content(MESSAGE.key())).isEmpty();
        assertThatThrownBy(() -> quarantine.bytesOf(MESSAGE))
                .isInstanceOf(MissingContent.class)
                .hasMessageContaining("there is no file ");
    }

    @Test
    void contentIsCompressed() throws IOException {
        quarantine.hold(
                MESSAGE, new ByteArrayInputStream("a\r\n".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        Path file = Path.of(contents.place(MESSAGE.key()).substring("file ".length()));
        assertThat(Files.size(file)).isLessThan(10_000);
        assertThat(quarantine.bytesOf(MESSAGE)).hasSize(300_000);
    }

    @Test
    void aRemovedMessageIsGoneWithItsContent() {
        quarantine.hold(MESSAGE, content());

        assertThat(quarantine.remove(MESSAGE.key())).isTrue();
        assertThat(quarantine.remove(MESSAGE.key())).isFalse();

        assertThat(quarantine.find(MESSAGE.key())).isEmpty();
        assertThat(contents.keys()).isEmpty();
    }

    private static InputStream content() {
        return new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8));
    }
}
