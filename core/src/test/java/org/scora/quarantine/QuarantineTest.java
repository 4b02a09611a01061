package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;
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

    private final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();
    private final Outbox outbox = sent::add;
    private final Outbox brokenOutbox = mail -> {
        throw new UncheckedIOException(new IOException("the queue is full"));
    };
    private Database database;
    private ContentStore contents;
    private Quarantine quarantine;

    @BeforeEach
    void openQuarantine() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4));
        contents = new FileContentStore(folder.resolve("quarantine"));
        quarantine = new Quarantine(database.heldMessages(), contents, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void aHeldMessageIsFoundWithItsContent() throws IOException {
        quarantine.hold(MESSAGE, content());

        assertThat(quarantine.find("Mail1!-!2")).contains(MESSAGE);
        assertThat(quarantine.byReceipt("4QX7-M2DA-9KTW")).containsExactly(MESSAGE);
        assertThat(quarantine.list(Optional.of("example.com"), 9)).containsExactly(MESSAGE);
        assertThat(quarantine.keys()).containsExactly("Mail1!-!2");
        assertThat(quarantine.count()).isOne();
        try (InputStream content = quarantine.content("Mail1!-!2").orElseThrow()) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("content");
        }
    }

    @Test
    void aReleaseSendsTheContentToThoseForWhomItWasHeld() {
        quarantine.hold(MESSAGE, content());

        assertThat(quarantine.release(MESSAGE, outbox)).isTrue();

        OutgoingMail mail = sent.get(0);
        assertThat(mail.id()).matches("[A-Za-z0-9-]+");
        assertThat(mail.sender()).contains("sender@elsewhere.example");
        assertThat(mail.recipients()).containsExactly("ann@example.com", "bob@example.com");
        assertThat(mail.source()).asString(StandardCharsets.UTF_8).isEqualTo("content");
        assertThat(quarantine.find("Mail1!-!2").orElseThrow().releasedAt()).contains(NOW);
    }

    @Test
    void askingTwiceReleasesOnceEvenWithAnOldViewOfTheMessage() {
        quarantine.hold(MESSAGE, content());
        quarantine.release(MESSAGE, outbox);

        assertThat(quarantine.release(MESSAGE, outbox)).isFalse();
        assertThat(quarantine.release(quarantine.find(MESSAGE.key()).orElseThrow(), outbox))
                .isFalse();
        assertThat(sent).hasSize(1);
    }

    @Test
    void manyAskingAtOnceReleaseOnce() {
        quarantine.hold(MESSAGE, content());

        long released = IntStream.range(0, 16)
                .parallel()
                .filter(i -> quarantine.release(MESSAGE, outbox))
                .count();

        assertThat(released).isOne();
        assertThat(sent).hasSize(1);
    }

    @Test
    void whenTheQueueDoesNotTakeItTheMessageStaysHeld() {
        quarantine.hold(MESSAGE, content());

        assertThatThrownBy(() -> quarantine.release(MESSAGE, brokenOutbox)).isInstanceOf(UncheckedIOException.class);

        assertThat(quarantine.find(MESSAGE.key()).orElseThrow().releasedAt()).isEmpty();
        assertThat(quarantine.release(MESSAGE, outbox)).isTrue();
    }

    @Test
    void whenTheContentIsMissingTheMessageStaysHeld() {
        quarantine.hold(MESSAGE, content());
        contents.delete(MESSAGE.key());

        assertThatThrownBy(() -> quarantine.release(MESSAGE, outbox))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("there is no file ");
        assertThat(sent).isEmpty();
        assertThat(quarantine.find(MESSAGE.key()).orElseThrow().releasedAt()).isEmpty();
    }

    @Test
    void aSecondSendingAfterACrashHasTheSameId() {
        quarantine.hold(MESSAGE, content());
        Outbox crashing = mail -> {
            sent.add(mail);
            throw new UncheckedIOException(new IOException("the machine went down right after"));
        };
        assertThatThrownBy(() -> quarantine.release(MESSAGE, crashing)).isInstanceOf(UncheckedIOException.class);

        quarantine.release(MESSAGE, outbox);

        assertThat(sent)
                .hasSize(2)
                .extracting(OutgoingMail::id)
                .containsOnly(sent.get(0).id());
    }

    @Test
    void messagesWithDifferentKeysAreReleasedUnderDifferentIds() {
        List.of("k!1", "k/1").forEach(key -> quarantine.hold(withKey(key), content()));

        assertThat(quarantine.release(withKey("k!1"), outbox)).isTrue();
        assertThat(quarantine.release(withKey("k/1"), outbox)).isTrue();
        assertThat(sent).extracting(OutgoingMail::id).doesNotHaveDuplicates();
    }

    @Test
    void holdingAgainAfterAReleaseDoesNotOfferItAgain() {
        quarantine.hold(MESSAGE, content());
        quarantine.release(MESSAGE, outbox);

        quarantine.hold(MESSAGE, content());

        assertThat(quarantine.release(MESSAGE, outbox)).isFalse();
        assertThat(quarantine.count()).isOne();
    }

    @Test
    void aRemovedMessageIsGoneWithItsContent() {
        quarantine.hold(MESSAGE, content());

        assertThat(quarantine.remove(MESSAGE.key())).isTrue();
        assertThat(quarantine.remove(MESSAGE.key())).isFalse();

        assertThat(quarantine.find(MESSAGE.key())).isEmpty();
        assertThat(contents.keys()).isEmpty();
        assertThat(quarantine.release(MESSAGE, outbox)).isFalse();
        assertThat(sent).isEmpty();
    }

    private static HeldMessage withKey(String key) {
        return new HeldMessage(
                key,
                MESSAGE.receipt(),
                MESSAGE.sender(),
                MESSAGE.recipients(),
                MESSAGE.subject(),
                MESSAGE.score(),
                MESSAGE.category(),
                MESSAGE.reason(),
                MESSAGE.heldAt(),
                MESSAGE.size(),
                MESSAGE.envelope(),
                MESSAGE.releasedAt());
    }

    private static InputStream content() {
        return new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8));
    }
}
