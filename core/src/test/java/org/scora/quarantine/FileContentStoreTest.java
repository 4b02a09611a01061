package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileContentStoreTest {
    @TempDir
    Path folder;

    private Path root;
    private FileContentStore store;

    @BeforeEach
    void openStore() {
        root = folder.resolve("var").resolve("quarantine");
        store = new FileContentStore(root);
    }

    static Stream<String> hostileKeys() {
        return Stream.of(
                "Mail1700000000000-1!-!2",
                "../../etc/passwd",
                "/etc/passwd",
                "..",
                "",
                " ",
                "a\nX-Scora-Key: b\n\n",
                "a\0b",
                "C:\\windows\\con",
                "100%25 + 1",
                "Grüße 名 \uD83D\uDE00",
                "k".repeat(1000),
                "\uD83D\uDE00".repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void contentIsKeptUnderAnyKeyAndInsideTheFolder(String key) throws IOException {
        store.write(key, stream("content"));
        store.write(key + "2", stream("other"));

        assertThat(text(key)).isEqualTo("content");
        assertThat(text(key + "2")).isEqualTo("other");
        assertThat(store.keys()).containsExactlyInAnyOrder(key, key + "2");
        try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(all).hasSize(2).allMatch(path -> path.startsWith(root));
        }

        store.delete(key);
        assertThat(store.read(key)).isEmpty();
        assertThat(store.keys()).containsExactly(key + "2");
    }

    @Test
    void everyByteComesBack() throws IOException {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);

        assertThat(store.write("k", new ByteArrayInputStream(bytes))).isEqualTo(bytes.length);

        try (InputStream content = store.read("k").orElseThrow()) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void emptyContentIsContent() throws IOException {
        assertThat(store.write("k", stream(""))).isZero();

        assertThat(text("k")).isEmpty();
    }

    @Test
    void writingAgainReplaces() throws IOException {
        store.write("k", stream("a longer first content"));
        assertThat(store.write("k", stream("second"))).isEqualTo(6);

        assertThat(text("k")).isEqualTo("second");
        assertThat(store.keys()).containsExactly("k");
    }

    @Test
    void contentThatBreaksOffLeavesWhatWasThere() throws IOException {
        store.write("k", stream("first"));
        InputStream broken = new SequenceInputStream(stream("sec"), new FailingStream());

        assertThatThrownBy(() -> store.write("k", broken)).isInstanceOf(UncheckedIOException.class);

        assertThat(text("k")).isEqualTo("first");
        try (Stream<Path> all = Files.walk(root).filter(Files::isRegularFile)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void anotherStoreOnTheFolderFindsEverything() throws IOException {
        store.write("k", stream("content"));

        store = new FileContentStore(root);

        assertThat(text("k")).isEqualTo("content");
        assertThat(store.keys()).containsExactly("k");
    }

    @Test
    void filesOfOthersAndDraftsOfACrashAreNotContent() throws IOException {
        store.write("k", stream("content"));
        Files.writeString(root.resolve("README"), "hello");
        Files.writeString(root.resolve("mail.eml"), "Subject: hello\r\n\r\n");
        Files.writeString(root.resolve("x.eml.part"), "X-Scora-Key: x\n");

        assertThat(store.keys()).containsExactly("k");
    }

    @Test
    void aFileCanBeReadByAPerson() throws IOException {
        store.write("Mail 1!2", stream("Subject: hello\r\n\r\nbody"));

        try (Stream<Path> all = Files.walk(root).filter(Files::isRegularFile)) {
            assertThat(uncompressed(all.findFirst().orElseThrow()))
                    .isEqualTo("X-Scora-Key: Mail+1%212\nSubject: hello\r\n\r\nbody");
        }
    }

    @Test
    void aFileOfAnOlderVersionThatDidNotCompressIsStillContent() throws IOException {
        store.write("k", stream("content"));
        Path compressed = Path.of(store.place("k").substring("file ".length()));
        Path plain =
                compressed.resolveSibling(compressed.getFileName().toString().replace(".gz", ""));
        Files.writeString(plain, uncompressed(compressed));
        Files.delete(compressed);

        assertThat(store.keys()).containsExactly("k");
        assertThat(text("k")).isEqualTo("content");
        store.delete("k");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void whatIsSetAsideIsKeptWhereNobodyLooks() throws IOException {
        store.write("k", stream("content"));

        String place = store.setAside("k");

        assertThat(store.keys()).isEmpty();
        assertThat(uncompressed(Path.of(place.substring("file ".length())))).endsWith("content");
    }

    private static String uncompressed(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void deletingWhatIsNotThereIsNoError() {
        store.delete("nothing");

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void writersOfOneKeyAndOfManyDoNotDisturbEachOther() throws IOException {
        String content = "x".repeat(100_000);
        IntStream.range(0, 200).parallel().forEach(i -> {
            store.write("shared", stream(content));
            store.write("own" + i, stream(content));
        });

        assertThat(text("shared")).isEqualTo(content);
        assertThat(store.keys()).hasSize(201);
    }

    @Test
    void aFolderThatCanNotBeMadeIsAnIoError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new FileContentStore(file.resolve("quarantine")))
                .isInstanceOf(UncheckedIOException.class);
    }

    private String text(String key) throws IOException {
        try (InputStream content = store.read(key).orElseThrow()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class FailingStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("broken off");
        }
    }
}
