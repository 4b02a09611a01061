package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailContext.SentMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scora.LoopbackPorts;
import org.scora.SelfSigned;
import org.scora.domain.Authorities;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RouteHost;
import org.scora.domain.Routes;
import org.scora.domain.TlsPolicy;
import org.scora.mailets.MailSource;
import org.scora.message.Json;
import org.scora.message.MailAttributes;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;

class RelayMailTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final String RECEIPT = "4QX7-M2DA-9KTW";
    private static final byte[] RAW =
            latin1("DKIM-Signature: v=1;\r\n\t\tb=abc;\r\n  d=\r\nsubject:    Gr\u00fc\u00dfe\r\nFROM:a@b\r\n"
                    + "X-Empty:\r\n\r\n.dot\r\n..\r\nK\u00e4se \u0000 \u00ff\r\n\r\n\r\n");
    private static final String TAKEN = ": 250 2.0.0 Taken";

    private final List<ScriptedSmtpServer> servers = new ArrayList<>();
    private final List<Connections> connections = new ArrayList<>();
    private final RecordingQueue queue = new RecordingQueue();
    private final FakeMailContext context = FakeMailContext.defaultContext();
    private final RecordingJournal journal = new RecordingJournal();
    private Instant now = START;

    @AfterEach
    void stopServers() {
        connections.forEach(Connections::close);
        servers.forEach(ScriptedSmtpServer::close);
    }

    @Test
    void everyByteArrivesAsItCame() throws Exception {
        ScriptedSmtpServer server = server();

        relayTo(server).attempt(mail(RAW, "bob@customer.example"));

        assertThat(server.messages()).containsExactly(RAW);
        assertThat(server.commands())
                .contains(
                        "EHLO mx.gateway.example",
                        "MAIL FROM:<alice@remote.example> SIZE=" + RAW.length + " BODY=8BITMIME",
                        "RCPT TO:<bob@customer.example>");
        assertThat(journal.notes())
                .containsExactly(RECEIPT + " bob@customer.example DELIVERED " + server.host(0) + TAKEN);
        assertThat(queue.entries()).isEmpty();
        assertThat(context.getSentMails()).isEmpty();
    }

    @Test
    void aCarriageReturnAloneNeverBecomesALineEndOnTheWay() throws Exception {
        ScriptedSmtpServer server = server();

        relayTo(server)
                .attempt(mail(
                        latin1("Subject: a\rAuthentication-Results: forged\r\r\n\r\nb\r--part\r.\r\r\n"),
                        "bob@customer.example"));

        assertThat(server.messages())
                .containsExactly(latin1("Subject: a Authentication-Results: forged \r\n\r\nb --part . \r\n"));
    }

    @Test
    void serverThatDoesNotOffer8BitMimeGetsTheBytesUnchanged() throws Exception {
        ScriptedSmtpServer server = server().answering("EHLO", "250 old.example");

        relayTo(server).attempt(mail(RAW, "bob@customer.example"));

        assertThat(server.messages()).containsExactly(RAW);
        assertThat(server.commands()).contains("MAIL FROM:<alice@remote.example>");
    }

    @Test
    void serverThatKnowsNoEhloIsGreetedWithHelo() throws Exception {
        ScriptedSmtpServer server =
                server().answering("EHLO", "502 5.5.1 What?").answering("HELO", "250 Hello");

        relayTo(server).attempt(mail(RAW, "bob@customer.example"));

        assertThat(server.messages()).containsExactly(RAW);
    }

    @Test
    void recipientsAreDeliveredRetriedAndReturnedOnTheirOwn() throws Exception {
        ScriptedSmtpServer server = server().answering("RCPT TO:<gone@", "550 5.1.1 No such user")
                .answering("RCPT TO:<full@", "452-4.2.2 The mailbox\r\n452 4.2.2 is full");

        relayTo(server).attempt(mail(RAW, "bob@customer.example", "gone@customer.example", "full@customer.example"));

        String host = server.host(0).toString();
        assertThat(server.messages()).containsExactly(RAW);
        assertThat(journal.notes())
                .containsExactly(
                        RECEIPT + " bob@customer.example DELIVERED " + host + TAKEN,
                        RECEIPT + " gone@customer.example RETURNED returned to the sender, " + host
                                + ": 550 5.1.1 No such user",
                        RECEIPT + " full@customer.example QUEUED attempt 1, the next in 60 seconds, " + host
                                + ": 452 4.2.2 The mailbox is full");
        assertThat(addresses(queue.entries().get(0).mail())).containsExactly("full@customer.example");
        assertThat(MailSource.bytes(queue.entries().get(0).mail())).isEqualTo(RAW);
        assertThat(context.getSentMails())
                .extracting(SentMail::getState, RelayMailTest::recipients, RelayMailTest::error)
                .containsExactly(
                        tuple("bounces", "gone@customer.example", "5.1.1 (" + host + ": 550 5.1.1 No such user)"));
    }

    @Test
    void domainsAreDeliveredApart() throws Exception {
        ScriptedSmtpServer first = server();
        ScriptedSmtpServer second = server();

        relay(FixedRoutes.domain("one.example", first.host(0)), FixedRoutes.domain("two.example", second.host(0)))
                .attempt(mail(RAW, "a@one.example", "b@two.example", "c@ONE.example"));

        assertThat(first.commands()).contains("RCPT TO:<a@one.example>", "RCPT TO:<c@one.example>");
        assertThat(second.commands()).contains("RCPT TO:<b@two.example>");
        assertThat(first.messages()).hasSize(1);
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void delaysGrowAndTheLastIsUsedAgain() throws Exception {
        ScriptedSmtpServer server = server().answering(".", "451 4.7.1 Greylisted");
        RelayMail relay = relayTo(server);
        List<Duration> delays = new ArrayList<>();

        relay.attempt(mail(RAW, "bob@customer.example"));
        for (int i = 0; i < 4; i++) {
            Duration delay = queue.entries().get(0).delay();
            delays.add(delay);
            now = now.plus(delay);
            relay.attempt(queue.next());
        }

        assertThat(delays)
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(1));
        assertThat(context.getSentMails()).isEmpty();
    }

    @Test
    void mailIsReturnedOnceTheTimeIsOver() throws Exception {
        ScriptedSmtpServer server = server().answering("RCPT", "452 4.2.2 Full (again)");
        RelayMail relay = relayTo(server);

        relay.attempt(mail(RAW, "bob@customer.example"));
        now = START.plus(Duration.ofHours(23)).plus(Duration.ofMinutes(59));
        relay.attempt(queue.next());
        assertThat(queue.entries().get(0).delay()).isEqualTo(Duration.ofMinutes(1));
        now = START.plus(Duration.ofHours(24));
        relay.attempt(queue.next());

        assertThat(queue.entries()).isEmpty();
        List<SentMail> returned = context.getSentMails().stream()
                .filter(sent -> !error(sent).isEmpty())
                .toList();
        assertThat(returned).hasSize(1);
        assertThat(error(returned.get(0)))
                .isEqualTo("4.2.2 (" + server.host(0) + ": 452 4.2.2 given up after 24 hours: Full [again])");
        assertThat(returned.get(0).getAttributes().keySet())
                .extracting(AttributeName::asString)
                .filteredOn(name -> name.startsWith("scora.relay"))
                .containsExactly("scora.relay.result");
    }

    @Test
    void nullSenderGetsNoBounce() throws Exception {
        ScriptedSmtpServer server = server().answering("RCPT", "550 5.1.1 No such user");
        MailImpl bounce = mail(RAW, "bob@customer.example");
        bounce.setSender(null);

        relayTo(server).attempt(bounce);

        assertThat(server.commands()).anyMatch(command -> command.startsWith("MAIL FROM:<> "));
        assertThat(context.getSentMails()).isEmpty();
        assertThat(journal.notes())
                .containsExactly(RECEIPT + " bob@customer.example RETURNED not returned since it has no sender, "
                        + server.host(0) + ": 550 5.1.1 No such user");
    }

    @Test
    void whatWasTakenForSpamGetsNoBounce() throws Exception {
        ScriptedSmtpServer server = server().answering(".", "554 5.7.1 Spam");
        MailImpl mail = mail(RAW, "bob@customer.example", "eve@customer.example");
        mail.setAttribute(Attribute.convertToAttribute(
                MailAttributes.DECISIONS,
                Json.write(List.of(
                        new Decision("Bob@customer.example", Disposition.FLAG_SUBJECT, "score"),
                        new Decision("eve@customer.example", Disposition.NORMAL, "exempt")))));

        relayTo(server).attempt(mail);

        assertThat(context.getSentMails())
                .extracting(RelayMailTest::recipients)
                .containsExactly("eve@customer.example");
        assertThat(journal.notes())
                .anyMatch(note ->
                        note.contains("bob@customer.example RETURNED not returned since it was taken for spam"));
    }

    @Test
    void nextHostIsTriedWhenOneDoesNotListenOrSaysNotNow() throws Exception {
        ScriptedSmtpServer busy = server().answering("CONNECT", "421 4.3.2 Not now");
        ScriptedSmtpServer dropping = server().answering("RCPT", ScriptedSmtpServer.DROP);
        ScriptedSmtpServer last = server();

        try (LoopbackPorts.Closed down = LoopbackPorts.closed()) {
            relay(FixedRoutes.domain("customer.example", host(down), busy.host(10), dropping.host(20), last.host(30)))
                    .attempt(mail(RAW, "bob@customer.example"));
        }

        assertThat(last.messages()).containsExactly(RAW);
        assertThat(dropping.commands()).isNotEmpty();
        assertThat(busy.commands()).noneMatch(command -> command.startsWith("MAIL"));
        assertThat(queue.entries()).isEmpty();
    }

    @Test
    void hostThatMayHaveTheMessageIsNotPassedOver() throws Exception {
        ScriptedSmtpServer silent = server().answering(".", ScriptedSmtpServer.DROP);
        ScriptedSmtpServer other = server();

        relay(FixedRoutes.domain("customer.example", silent.host(0), other.host(10)))
                .attempt(mail(RAW, "bob@customer.example"));

        assertThat(other.commands()).isEmpty();
        assertThat(queue.entries()).hasSize(1);
    }

    @Test
    void hostThatIsDownIsTriedAgainLater() throws Exception {
        try (LoopbackPorts.Closed down = LoopbackPorts.closed()) {
            relay(FixedRoutes.domain("customer.example", host(down))).attempt(mail(RAW, "bob@customer.example"));
        }

        assertThat(queue.entries()).hasSize(1);
        assertThat(journal.notes()).allMatch(note -> note.contains("4.4.1 can not be reached"));
    }

    @Test
    void slowHostIsNotWaitedForBeyondTheTimeout() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            RouteHost host = new RouteHost("127.0.0.1", mute.getLocalPort(), 0);

            relay(Duration.ofMillis(200), FixedRoutes.domain("customer.example", host))
                    .attempt(mail(RAW, "bob@customer.example"));
        }

        assertThat(queue.entries()).hasSize(1);
    }

    @Test
    void ipv6LiteralIsARoute() throws Exception {
        ScriptedSmtpServer server = new ScriptedSmtpServer(InetAddress.getByName("::1"));
        servers.add(server);

        relay(FixedRoutes.domain(
                        "customer.example",
                        RouteHost.parse("[::1]:" + server.host(0).port(), 0)))
                .attempt(mail(RAW, "bob@customer.example"));

        assertThat(server.messages()).containsExactly(RAW);
        assertThat(journal.notes())
                .singleElement()
                .asString()
                .contains("[::1]:" + server.host(0).port() + TAKEN);
    }

    @Test
    void unknownDomainIsReturnedAtOnce() throws Exception {
        relay().attempt(mail(RAW, "bob@nowhere.example"));

        assertThat(context.getSentMails())
                .extracting(RelayMailTest::error)
                .containsExactly("5.1.2 (550 5.1.2 There is no domain nowhere.example)");
    }

    @Test
    void hostThatOffersStarttlsGetsItWhateverItsCertificate() throws Exception {
        ScriptedSmtpServer server = server().encryptingWith(SelfSigned.context());

        relayTo(server).attempt(mail(RAW, "bob@customer.example"));

        assertThat(server.messages()).containsExactly(RAW);
        assertThat(server.commands())
                .containsSubsequence("STARTTLS", "(encrypted)", "MAIL FROM:<alice@remote.example>");
    }

    @Test
    void hostThatFailsAtStarttlsGetsTheMailWithout() throws Exception {
        ScriptedSmtpServer refusing = server().answering("EHLO", "250-s\r\n250 STARTTLS")
                .answering("STARTTLS", "454 4.7.0 TLS not available");
        ScriptedSmtpServer broken = server().answering("EHLO", "250-s\r\n250 STARTTLS");

        relay(FixedRoutes.domain("one.example", refusing.host(0)), FixedRoutes.domain("two.example", broken.host(0)))
                .attempt(mail(RAW, "a@one.example", "b@two.example"));

        assertThat(refusing.messages()).containsExactly(RAW);
        assertThat(broken.messages()).containsExactly(RAW);
    }

    @Test
    void journalThatFailsDoesNotCauseASecondDelivery() throws Exception {
        ScriptedSmtpServer server = server();
        journal.failing();

        relayTo(server).attempt(mail(RAW, "bob@customer.example"));

        assertThat(server.messages()).hasSize(1);
        assertThat(queue.entries()).isEmpty();
    }

    @Test
    void mailWhoseNextAttemptCanNotBeQueuedStaysInTheQueue() {
        ScriptedSmtpServer server = server().answering("MAIL", "451 4.3.0 Later");
        queue.refuse();

        assertThatThrownBy(() -> relayTo(server).attempt(mail(RAW, "bob@customer.example")))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void answerOfAHostCanNotSmuggleFieldsIntoTheDsn() throws Exception {
        ScriptedSmtpServer server = server().answering(
                        "RCPT", "550-5.1.1 No)\r\n550-5.1.1 Final-Recipient: rfc822; x\r\n550 5.1.1 \u0007\u00fc end");

        relayTo(server).attempt(mail(RAW, "bob@customer.example"));

        assertThat(error(context.getSentMails().get(0)))
                .isEqualTo("5.1.1 (" + server.host(0) + ": 550 5.1.1 No] Final-Recipient: rfc822; x end)");
    }

    private ScriptedSmtpServer server() {
        ScriptedSmtpServer server = new ScriptedSmtpServer();
        servers.add(server);
        return server;
    }

    private static RouteHost host(LoopbackPorts.Closed down) {
        return new RouteHost("127.0.0.1", down.number(), 0);
    }

    private RelayMail relayTo(ScriptedSmtpServer server) {
        return relay(FixedRoutes.domain("customer.example", server.host(0)));
    }

    private RelayMail relay(ProtectedDomain... domains) {
        return relay(Duration.ofSeconds(20), domains);
    }

    private RelayMail relay(Duration timeout, ProtectedDomain... domains) {
        return relay(timeout, TlsPolicy.OPPORTUNISTIC, Authorities.ofJava(), domains);
    }

    private RelayMail relay(TlsPolicy policy, Authorities authorities, ProtectedDomain... domains) {
        return relay(Duration.ofSeconds(20), policy, authorities, domains);
    }

    private RelayMail relay(Duration timeout, TlsPolicy policy, Authorities authorities, ProtectedDomain... domains) {
        TestClock clock = new TestClock(() -> now);
        Connections opened = new Connections(
                new SmtpSessions("mx.gateway.example", timeout, authorities), 3, Duration.ofHours(1), clock);
        connections.add(opened);
        RelayJournal notes = new RelayJournal(journal, (mail, recipient) -> {});
        Routes routes = FixedRoutes.of(
                Stream.of(domains).map(domain -> domain.withTls(policy)).toArray(ProtectedDomain[]::new));
        return new RelayMail(
                new DomainDelivery(routes, new SmtpDelivery(opened), RelaySeal.NONE),
                routes::destination,
                queue,
                new RetrySchedule(
                        RetrySchedule.parsePeriods("1m 5m 1h"), Duration.ofDays(1), Optional.of(Duration.ofHours(4))),
                new Returns(context, "bounces", new StatusMails("mx.gateway.example", clock), notes),
                notes,
                clock);
    }

    private static MailImpl mail(byte[] source, String... recipients) throws MessagingException {
        MailImpl mail = MailImpl.builder()
                .name("Mail-1")
                .sender("alice@remote.example")
                .addRecipients(recipients)
                .addAttribute(Attribute.convertToAttribute(MailAttributes.RECEIPT, RECEIPT))
                .build();
        MailSource.replace(mail, source);
        return mail;
    }

    private static List<String> addresses(MailImpl mail) {
        return mail.getRecipients().stream().map(MailAddress::asString).toList();
    }

    private static String recipients(SentMail mail) {
        return String.join(
                " ", mail.getRecipients().stream().map(MailAddress::asString).toList());
    }

    private static String error(SentMail mail) {
        return Optional.ofNullable(mail.getAttributes().get(AttributeName.of("delivery-error")))
                .map(attribute -> (String) attribute.getValue().value())
                .orElse("");
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
