package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
    private static final String MAIL = "Subject: one\n\nFirst\n";

    @TempDir
    Path folder;

    @Test
    void filesThatBeginLikeAMailAreFoundWhateverTheirName() throws IOException {
        write("b.eml", MAIL);
        write("deep/down/00017", "Return-Path: <a@client.example>\n" + MAIL);
        write("notes.txt", "just some notes\n");
        write("empty", "");

        assertThat(texts()).containsExactly(MAIL, "Return-Path: <a@client.example>\n" + MAIL);
    }

    @Test
    void anMboxIsTakenApart() throws IOException {
        write(
                "box",
                "From a@client.example Tue Nov 24 09:41:12 2026\n" + MAIL
                        + "\nFrom b@client.example Tue Nov 24 09:42:00 2026\nSubject: two\n\nSecond\n");

        assertThat(texts()).containsExactly(MAIL + "\n", "Subject: two\n\nSecond\n");
    }

    @Test
    void aSentenceThatBeginsWithFromDoesNotEndAMessage() throws IOException {
        String tricky = "Subject: one\n\nFirst\n\nFrom here on it gets harder\nFrom a b c 2026\n";
        write("box", "From a@client.example Tue Nov 24 09:41:12 2026\n" + tricky);

        assertThat(texts()).containsExactly(tricky);
    }

    private List<String> texts() {
        return MailFolder.list(folder).stream().map(MailFolderTest::text).toList();
    }

    private static String text(MailPlace source) {
        try {
            return new String(source.read(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
