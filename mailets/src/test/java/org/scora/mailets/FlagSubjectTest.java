package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.james.server.core.MailImpl;
import org.junit.jupiter.api.Test;

class FlagSubjectTest extends MailTest {

    @Test
    void putsItsWordBeforeTheSubjectOnce() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        FlagSubject flag = ready(new FlagSubject(), Map.of());
        flag.service(mail);
        flag.service(mail);
        assertThat(text(mail)).isEqualTo(PLAIN.replace("Subject: ", "Subject: [SPAM] "));
    }

    @Test
    void takesAnotherWord() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "bob@example.com");
        ready(new FlagSubject(), Map.of("prefix", "*** junk ***")).service(mail);
        assertThat(text(mail)).contains("Subject: *** junk *** The minutes");
    }

    @Test
    void refusesAWordThatCouldBeginAField() {
        assertThatThrownBy(() -> ready(new FlagSubject(), Map.of("prefix", "a\r\nBcc: b")))
                .hasMessageContaining("prefix: bad value")
                .hasMessageContaining("Expected up to 40 printable ASCII characters, for example '[SPAM]'.");
    }
}
