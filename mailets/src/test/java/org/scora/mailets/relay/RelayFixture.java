package org.scora.mailets.relay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailContext.SentMail;
import org.scora.domain.Authorities;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.Routes;
import org.scora.domain.TlsPolicy;
import org.scora.mailets.MailSource;
import org.scora.message.MailAttributes;

/** A relay on servers of the test, whose time, queue and journal the test sees. */
final class RelayFixture implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    static final String GATEWAY = "mx.gateway.example";
    static final String RECEIPT = "4QX7-M2DA-9KTW";
    static final byte[] SOURCE = "From: alice@remote.example\r\nSubject: Gr\u00fc\u00dfe\r\n\r\nHello\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    private final RecordingQueue queue = new RecordingQueue();
    private final FakeMailContext context = FakeMailContext.defaultContext();
    private final RecordingJournal journal = new RecordingJournal();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TlsPolicy policy = TlsPolicy.OPPORTUNISTIC;
    private Authorities authorities = Authorities.ofJava();
    private Duration timeout = Duration.ofSeconds(20);
    private Instant now = START;

    RelayFixture with(TlsPolicy asked, Authorities trusted) {
        policy = asked;
        authorities = trusted;
        return this;
    }

    RelayFixture with(Duration patience) {
        timeout = patience;
        return this;
    }

    RelayFixture at(Duration sinceStart) {
        now = START.plus(sinceStart);
        return this;
    }

    ScriptedSmtpServer server() {
        ScriptedSmtpServer server = new ScriptedSmtpServer();
        open.add(server);
        return server;
    }

    RelayMail to(ScriptedSmtpServer server) {
        return relay(FixedRoutes.of(domain(server).withTls(policy)));
    }

    static ProtectedDomain domain(ScriptedSmtpServer server) {
        return FixedRoutes.domain("customer.example", server.host(0));
    }

    RelayMail relay(Routes routes) {
        TestClock clock = new TestClock(() -> now);
        Connections connections =
                new Connections(new SmtpSessions(GATEWAY, timeout, authorities), 3, Duration.ofMinutes(1), clock);
        open.add(connections);
        RelayJournal notes = new RelayJournal(journal, (mail, recipient) -> {});
        return new RelayMail(
                new DomainDelivery(routes, new SmtpDelivery(connections), RelaySeal.NONE),
                routes::destination,
                queue,
                new RetrySchedule(
                        RetrySchedule.parsePeriods("1m 5m 1h"), Duration.ofDays(5), Optional.of(Duration.ofHours(4))),
                new Returns(context, "bounces", new StatusMails(GATEWAY, clock), notes),
                notes,
                clock);
    }

    static MailImpl mail(String... recipients) throws MessagingException {
        MailImpl mail = MailImpl.builder()
                .name("Mail-1")
                .sender("alice@remote.example")
                .addRecipients(recipients)
                .addAttribute(Attribute.convertToAttribute(MailAttributes.RECEIPT, RECEIPT))
                .build();
        MailSource.replace(mail, SOURCE);
        return mail;
    }

    void closeIdleConnections() {
        open.stream()
                .filter(Connections.class::isInstance)
                .map(Connections.class::cast)
                .forEach(Connections::closeIdle);
    }

    RecordingQueue queue() {
        return queue;
    }

    List<SentMail> sent() {
        return context.getSentMails();
    }

    String journal() {
        return String.join("\n", journal.notes());
    }

    /** The text of the only mail that was sent. */
    String onlySent() throws Exception {
        if (sent().size() != 1) {
            throw new AssertionError("sent: " + sent());
        }
        return text(sent().get(0));
    }

    static String text(SentMail mail) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.getMsg().writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }
}
