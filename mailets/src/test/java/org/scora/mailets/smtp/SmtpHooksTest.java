package org.scora.mailets.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.configuration2.BaseConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.core.Domain;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.protocols.netty.NettyServer;
import org.apache.james.protocols.smtp.SMTPConfigurationImpl;
import org.apache.james.protocols.smtp.SMTPProtocol;
import org.apache.james.protocols.smtp.SMTPProtocolHandlerChain;
import org.apache.james.protocols.smtp.core.AbstractAuthRequiredToRelayRcptHook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.check.dnslist.DnsLists;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.dns.ZoneFileDns;
import org.scora.domain.CallForward;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.RecipientGate;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.ServiceAddresses;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.prefilter.Door;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** The hooks in James' own SMTP server, asked by a client that speaks to it over a socket. */
class SmtpHooksTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
    private final AtomicLong freeBytes = new AtomicLong(Long.MAX_VALUE);
    private Database database;
    private Door door;
    private NettyServer server;
    private Socket socket;
    private BufferedReader answers;
    private OutputStream commands;

    @BeforeEach
    void startServer() throws Exception {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4));
        fill(database.protectedDomains());
        ReadyToTakeMail ready = new ReadyToTakeMail(
                () -> databaseAnswers.get() ? Optional.empty() : Optional.of("it is away"), freeBytes::get);
        KnownRecipients known = new KnownRecipients(new RecipientGate(
                database.protectedDomains(),
                database.recipients(),
                (domain, localPart) -> CallForward.Answer.UNKNOWN,
                new ServiceAddresses("mx.gateway.example")));
        door = door();
        SMTPProtocolHandlerChain chain = new SMTPProtocolHandlerChain(
                new RecordingMetricFactory(),
                new SaidRefusals(door),
                ready,
                new StatusNotices(),
                new AtTheDoor(door),
                known,
                new RefusesEveryDomain());
        server = new NettyServer.Factory()
                .protocol(new SMTPProtocol(chain, new SMTPConfigurationImpl()))
                .build();
        server.setListenAddresses(new InetSocketAddress("127.0.0.1", 0));
        server.setGracefulShutdown(false);
        server.bind();
        connect();
    }

    private Door door() throws IOException {
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(
                conf.resolve("scora.properties"),
                "hostname=mx.gateway.example\ndoor.trusted-networks=\ndoor.messages-per-minute=3\n"
                        + "refusal.contact=help@gateway.example\n");
        Dns dns = ZoneFileDns.parse("zone", "remote.example. MX 10 mx.remote.example.\n");
        AtomicInteger receipt = new AtomicInteger();
        return new Door(
                GatewaySettings.read(folder),
                new Door.Surroundings(
                        database.protectedDomains(),
                        database.effectiveSettings(),
                        database.journal(),
                        dns,
                        new DnsLists(List.of(), dns, PublicSuffixes.bundled(), Clock.systemUTC()).ofClients(),
                        address -> false),
                () -> "R" + receipt.incrementAndGet(),
                Clock.systemUTC());
    }

    @Test
    void aRefusalHasAReceiptThatTheJournalFinds() throws Exception {
        say("MAIL FROM:<alice@remote.example>");
        assertThat(say("RCPT TO:<Nobody@customer.example>"))
                .isEqualTo("550 5.1.1 There is no such mailbox. Receipt R1, help: help@gateway.example");
        door.close();
        assertThat(database.journal().byReceipt("R1"))
                .extracting(JournalLine::recipient, JournalLine::outcome, JournalLine::reason)
                .containsExactly(tuple("nobody@customer.example", Outcome.REFUSED, "There is no such mailbox"));
    }

    @Test
    void theSenderHasToExistForARecipientThatThereIs() throws Exception {
        say("MAIL FROM:<alice@nowhere.example>");
        assertThat(say("RCPT TO:<bob@customer.example>")).startsWith("550 5.1.8 ");
    }

    @Test
    void messagesAboveTheRateArePutOff() throws Exception {
        for (int message = 1; message <= 3; message++) {
            assertThat(say("MAIL FROM:<alice@remote.example>")).startsWith("250");
            say("RSET");
        }
        assertThat(say("MAIL FROM:<alice@remote.example>")).startsWith("450 4.7.0 Too many messages of your network");
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.unbind();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bob@customer.example                            | 250
            BOB@CUSTOMER.EXAMPLE                            | 250
            Postmaster@customer.example                     | 250
            report@mx.gateway.example                       | 250
            nobody@customer.example                         | 550 5.1.1
            bob@pending.example                             | 451 4.3.0
            bob@elsewhere.example                           | 550 5.7.1
            bob@sub.customer.example                        | 550 5.7.1
            bob@customer.example.elsewhere.example          | 550 5.7.1
            bob@[127.0.0.1]                                 | 550 5.7.1
            bob%elsewhere.example@customer.example          | 550 5.7.1
            elsewhere.example!bob@customer.example          | 550 5.7.1
            "bob@elsewhere.example"@customer.example        | 550 5.7.1
            "bob"@customer.example                          | 550 5.7.1
            @customer.example:bob@elsewhere.example         | 553
            bob@elsewhere.example@customer.example          | 553
            bob@customer.example.                           | 553
            bob                                             | 550 5.7.1
            """)
    void onlyKnownRecipientsAreTakenWhateverTheTrick(String recipient, String answer) throws Exception {
        say("MAIL FROM:<alice@remote.example>");

        assertThat(say("RCPT TO:<" + recipient + ">")).startsWith(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RET=FULL ENVID=QQ314159              | 250
            RET=HDRS                             | 250
            RET=ALL                              | 501 5.5.4
            RET=                                 | 501 5.5.4
            """)
    void whatASenderWantsToBeToldIsTakenOrCalledMalformed(String parameters, String answer) throws Exception {
        assertThat(say("MAIL FROM:<alice@remote.example> " + parameters)).startsWith(answer);
    }

    @Test
    void anEnvelopeIdentifierHasBounds() throws Exception {
        assertThat(say("MAIL FROM:<alice@remote.example> ENVID=" + "x".repeat(101)))
                .startsWith("501 5.5.4");

        assertThat(say("MAIL FROM:<alice@remote.example> ENVID=" + "x".repeat(100)))
                .startsWith("250");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;Bob@Partner.Example | 250
            NOTIFY=NEVER                                            | 250
            ORCPT=x400;anything                                     | 250
            NOTIFY=NEVER,FAILURE                                    | 501 5.5.4
            NOTIFY=SOMETIMES                                        | 501 5.5.4
            ORCPT=rfc822;nobody                                     | 501 5.5.4
            """)
    void whatIsToBeToldOfARecipientIsTakenOrCalledMalformed(String parameters, String answer) throws Exception {
        say("MAIL FROM:<alice@remote.example>");

        assertThat(say("RCPT TO:<bob@customer.example> " + parameters)).startsWith(answer);
        assertThat(say("RCPT TO:<bob@customer.example> NOTIFY=DELAY"))
                .as("a recipient may be given again")
                .startsWith("250");
    }

    @Test
    void nullSenderMayWriteToKnownRecipientsOnly() throws Exception {
        assertThat(say("MAIL FROM:<>")).startsWith("250");

        assertThat(say("RCPT TO:<bob@customer.example>")).startsWith("250");
        assertThat(say("RCPT TO:<bob@elsewhere.example>")).startsWith("550 5.7.1");
    }

    @Test
    void recipientsArePutOffWhileTheDatabaseIsAway() throws Exception {
        say("MAIL FROM:<alice@remote.example>");
        database.close();

        assertThat(say("RCPT TO:<bob@customer.example>")).startsWith("451 4.3.0");
    }

    @Test
    void allMailIsPutOffWhileItCouldNotBeKept() throws Exception {
        databaseAnswers.set(false);
        assertThat(say("MAIL FROM:<alice@remote.example>")).startsWith("451 4.3.0");

        databaseAnswers.set(true);
        freeBytes.set(63L * 1024 * 1024);
        assertThat(say("MAIL FROM:<alice@remote.example>")).startsWith("451 4.3.0");

        freeBytes.set(64L * 1024 * 1024);
        assertThat(say("MAIL FROM:<alice@remote.example>")).startsWith("250");
    }

    @Test
    void settingsOfTheHookAreValidated() {
        ReadyToTakeMail hook = new ReadyToTakeMail(Optional::empty, freeBytes::get);
        BaseConfiguration config = new BaseConfiguration();
        config.addProperty("[@class]", "x");
        config.addProperty("leastFreeMb", "10");

        assertThatThrownBy(() -> hook.init(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Did you mean 'leastFreeMiB'?");
    }

    private static void fill(ProtectedDomains domains) {
        domains.save(domain("customer.example", DomainState.ACTIVE));
        domains.save(domain("pending.example", DomainState.PENDING));
        domains.addMailboxes("customer.example", List.of("bob"));
    }

    private static ProtectedDomain domain(String name, DomainState state) {
        return new ProtectedDomain(
                name, state, List.of(RouteHost.parse("192.0.2.1", 0)), RecipientPolicy.LISTED, List.of());
    }

    private void connect() throws IOException {
        InetSocketAddress address = server.getListenAddresses().get(0);
        socket = new Socket(address.getAddress(), address.getPort());
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        commands = socket.getOutputStream();
        answers.readLine();
        say("HELO client.example");
    }

    private String say(String command) throws IOException {
        commands.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        commands.flush();
        return answers.readLine();
    }

    /** Stands where James' own handler does, which knows nothing of our domains. */
    private static final class RefusesEveryDomain extends AbstractAuthRequiredToRelayRcptHook {
        @Override
        protected boolean isLocalDomain(Domain domain) {
            return false;
        }
    }
}
