package org.scora.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailListTest {
    @TempDir
    private Path folder;

    @Test
    void pathsAreRelativeToTheList() throws IOException {
        MailList list = read("a.eml\tham\nb.eml\tspam\tsource\n");

        assertThat(list.name()).isEqualTo("mail");
        assertThat(list.mails())
                .containsExactly(
                        new MailList.Mail(folder.resolve("a.eml"), false),
                        new MailList.Mail(folder.resolve("b.eml"), true));
        assertThat(list.count(true)).isEqualTo(1);
        assertThat(list.paths(true)).isEqualTo(folder.resolve("b.eml") + "\n");
    }

    @Test
    void aLineWithoutALabelIsNamed() {
        assertThatThrownBy(() -> read("a.eml\tgood\n")).hasMessageContaining("a.eml\tgood");
    }

    @Test
    void theOrderOfLessonsIsTheSameEachTime() throws IOException {
        MailList list = read("a\tham\nb\tspam\nc\tham\nd\tspam\n");

        assertThat(list.shuffled(0)).isEqualTo(list.shuffled(0)).hasSameElementsAs(list.mails());
    }

    private MailList read(String text) throws IOException {
        return MailList.read(Files.writeString(folder.resolve("mail.tsv"), text));
    }
}
