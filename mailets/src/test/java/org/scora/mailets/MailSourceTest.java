package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.junit.jupiter.api.Test;

class MailSourceTest extends MailTest {
    private static final String EIGHT_BIT =
            "Subject: Gr\u00fc\u00dfe\n  folded\r\nno field\r\nFrom:a@example.org\r\n\r\nbody \u00ff\n.\r\n";

    @Test
    void readsAMailAsItCame() throws Exception {
        MailImpl mail =
                MailImpl.builder().name("m").addRecipient("bob@example.com").build();
        mail.setMessageNoCopy(new MimeMessageWrapper(
                MimeMessageInputStreamSource.create("m", new ByteArrayInputStream(bytes(EIGHT_BIT)))));
        assertThat(text(mail)).isEqualTo(EIGHT_BIT);
    }

    @Test
    void theQueueWritesWhatWasPutBack() throws Exception {
        MailImpl mail = mail(EIGHT_BIT, "ann@example.org", "bob@example.com");
        ByteArrayOutputStream queued = new ByteArrayOutputStream();
        mail.getMessage().writeTo(queued);
        assertThat(queued.toByteArray()).isEqualTo(bytes(EIGHT_BIT));
    }

    @Test
    void aPartThatIsSplitOffHasTheSameBytes() throws Exception {
        MailImpl part = disposedOf(MailImpl.duplicate(mail(EIGHT_BIT, "ann@example.org", "bob@example.com")));
        assertThat(text(part)).isEqualTo(EIGHT_BIT);
    }

    @Test
    void aLargeMailIsReadAndWrittenAsASmallOneIs() throws Exception {
        String large = EIGHT_BIT + "x\u00e9\r\n".repeat(100_000);
        assertThat(text(disposedOf(MailImpl.duplicate(mail(large, "ann@example.org", "bob@example.com")))))
                .isEqualTo(large);
    }

    @Test
    void whatSomebodyChangedThroughJamesIsRead() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        mail.getMessage().setHeader("X-New", "1");
        assertThat(text(mail)).contains("X-New: 1\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
