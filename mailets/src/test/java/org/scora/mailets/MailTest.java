package org.scora.mailets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.base.GenericMailet;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.AfterEach;

/** Mails of James for tests, disposed of afterwards. */
abstract class MailTest {
    static final String PLAIN = """
            From: Ann <ann@example.org>
            To: bob@example.com
            Subject: The minutes of Monday
            Date: Mon, 2 Mar 2026 08:59:00 +0000
            Message-ID: <1@example.org>

            Dear Bob, please find the minutes below.
            """.replace("\n", "\r\n");

    private final List<MailImpl> mails = new ArrayList<>();

    @AfterEach
    void disposeOfMails() {
        mails.forEach(LifecycleUtil::dispose);
    }

    MailImpl mail(String source, String sender, String... recipients) throws Exception {
        MailImpl mail = MailImpl.builder()
                .name("Mail1700000000000-7")
                .sender(sender)
                .addRecipients(recipients)
                .remoteAddr("192.0.2.1")
                .build();
        MailSource.replace(mail, source.getBytes(StandardCharsets.ISO_8859_1));
        return disposedOf(mail);
    }

    /** Remembers a mail, whose message may be in a temporary file. */
    MailImpl disposedOf(MailImpl mail) {
        mails.add(mail);
        return mail;
    }

    static String text(MailImpl mail) throws Exception {
        return new String(MailSource.bytes(mail), StandardCharsets.ISO_8859_1);
    }

    static <M extends GenericMailet> M ready(M mailet, Map<String, String> parameters) throws Exception {
        FakeMailetConfig.Builder config = FakeMailetConfig.builder();
        parameters.forEach(config::setProperty);
        mailet.init(config.build());
        return mailet;
    }
}
