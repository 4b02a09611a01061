package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.james.server.core.MailImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.setting.GatewaySettings;

class ToOperatorTest extends MailTest {
    @TempDir
    private Path home;

    @Test
    void theOperatorGetsItAsItIs() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "postmaster@mx1.gateway.example");
        ready(new ToOperator(settings("operator.address=ops@example.com")), Map.of())
                .service(mail);
        assertThat(mail.getRecipients()).extracting(Object::toString).containsExactly("ops@example.com");
        assertThat(text(mail)).isEqualTo(PLAIN);
    }

    @Test
    void withoutAnOperatorItStaysWhereItIs() throws Exception {
        MailImpl mail = mail(PLAIN, "ann@example.org", "postmaster@mx1.gateway.example");
        ready(new ToOperator(settings("")), Map.of()).service(mail);
        assertThat(mail.getRecipients()).extracting(Object::toString).containsExactly("postmaster@mx1.gateway.example");
    }

    private GatewaySettings settings(String line) throws IOException {
        Path conf = Files.createDirectory(home.resolve("conf"));
        Files.writeString(conf.resolve(GatewaySettings.FILE), "hostname=mx1.gateway.example\n" + line + "\n");
        return GatewaySettings.read(home);
    }
}
