package org.scora.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class NoNamesTest {
    @Test
    void noNameExists() throws IOException {
        try (NoNames names = NoNames.start()) {
            SimpleResolver resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
            resolver.setPort(names.port());
            resolver.setTimeout(Duration.ofSeconds(10));
            Record question = Record.newRecord(Name.fromString("example.com."), Type.MX, 1);

            Message answer = resolver.send(Message.newQuery(question));

            assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
            assertThat(answer.getQuestion()).isEqualTo(question);
        }
    }
}
