package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scora.domain.Authorities;
import org.scora.mailets.MailSource;
import org.scora.message.MailAttributes;
import org.scora.seal.SealVerdict;
import org.scora.seal.Seals;
import org.scora.setting.GatewaySettings;
import org.scora.setting.SettingException;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;
import org.scora.trust.KnownCorrespondents;

@Timeout(60)
class RelayTest {
    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

    @TempDir
    private Path home;

    private Database database;

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void writeSettings() throws Exception {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + home.resolve("scora"), "scora", "", 2));
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/scora.properties"), "hostname = mx.gateway.example\n");
    }

    @Test
    void mailEndsInTheChainAndGoesOutFromTheQueue() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            Relay relay = relayTo(server);
            relay.init(config("retryDelays", "1m 5m", "giveUpAfter", "2d"));
            MailImpl mail = MailImpl.builder()
                    .name("Mail-1")
                    .sender("alice@remote.example")
                    .addRecipient("bob@customer.example")
                    .addAttribute(org.apache.mailet.Attribute.convertToAttribute(MailAttributes.RECEIPT, "R"))
                    .build();
            byte[] source = "Subject: x\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
            MailSource.replace(mail, source);

            relay.service(mail);

            assertThat(mail.getState()).isEqualTo(Mail.GHOST);
            assertThat(notes.poll(30, TimeUnit.SECONDS)).contains("DELIVERED");
            assertThat(server.messages()).hasSize(1);
            String delivered = new String(server.messages().get(0), StandardCharsets.US_ASCII);
            assertThat(delivered).startsWith("X-Scora-Seal: v=1; ").endsWith("\r\nSubject: x\r\n\r\nHello\r\n");
            SealVerdict verdict =
                    seals().verdictOn(server.messages().get(0), Optional.of("customer.example"), Duration.ofHours(1));
            assertThat(verdict.state()).isEqualTo(SealVerdict.State.GENUINE);
            assertThat(verdict.seal().orElseThrow().receipt()).isEqualTo("R");
            relay.destroy();
        }
    }

    @Test
    void badParametersStopTheServerWithTheRemedy() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            Relay relay = relayTo(server);

            assertThatThrownBy(() -> relay.init(config("retryDelay", "1m")))
                    .hasCauseInstanceOf(SettingException.class)
                    .hasMessageContaining("Did you mean 'retryDelays'?");
            assertThatThrownBy(() -> relay.init(config("retryDelays", "1m soon")))
                    .hasMessageContaining("'soon' is not a period")
                    .hasMessageContaining("for example '1m 5m 15m 1h 2h 4h'");
            assertThatThrownBy(() -> relay.init(config("giveUpAfter", "0d"))).hasMessageContaining("too short");
        }
    }

    private Relay relayTo(ScriptedSmtpServer server) {
        return new Relay(
                new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory()),
                FixedRoutes.of(FixedRoutes.domain("customer.example", server.host(0))),
                new DomainSeals(FixedRoutes.domains(FixedRoutes.domain("customer.example", server.host(0))), seals()),
                new RecordingJournal(notes),
                new NotedContacts(
                        new KnownCorrespondents(database.correspondents()),
                        database.protectedDomains(),
                        Clock.systemUTC()),
                GatewaySettings.read(home),
                Authorities.ofJava(),
                Clock.systemUTC());
    }

    private Seals seals() {
        return Seals.createOrRead(Seals.file(home.resolve("var")), new SecureRandom(), Clock.systemUTC());
    }

    private static FakeMailetConfig config(String... settings) {
        FakeMailetConfig.Builder config =
                FakeMailetConfig.builder().mailetName("Relay").mailetContext(FakeMailContext.defaultContext());
        for (int i = 0; i < settings.length; i += 2) {
            config.setProperty(settings[i], settings[i + 1]);
        }
        return config.build();
    }
}
