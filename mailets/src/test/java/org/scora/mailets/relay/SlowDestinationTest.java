package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory.MemoryCacheableMailQueue;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.base.test.FakeMailContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scora.LoopbackPorts;
import org.scora.domain.Authorities;
import org.scora.domain.RouteHost;
import org.scora.domain.Routes;
import org.scora.mailets.MailSource;
import org.scora.message.MailAttributes;

/**
 * Two thousand mails for a server that is dead stand in the queue before the first one for a healthy server. They wait for
 * ever in these tests: nothing here depends on a timeout.
 */
@Timeout(120)
class SlowDestinationTest {
    private static final int WAITING = 2000;
    private static final int HEALTHY = 200;
    private static final Duration FOR_EVER = Duration.ofHours(1);

    private final MemoryCacheableMailQueue queue = new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory())
            .createQueue(MailQueueName.of("outgoing"));
    private final ScriptedSmtpServer healthy = new ScriptedSmtpServer();
    private final Connections connections = new Connections(
            new SmtpSessions("mx.gateway.example", FOR_EVER, Authorities.ofJava()), 100, FOR_EVER, Clock.systemUTC());
    private final BlockingQueue<String> journal = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        connections.close();
        queue.close();
        healthy.close();
    }

    @Test
    void aServerThatAcceptsAndNeverRepliesHoldsUpNobody() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10_000, InetAddress.getLoopbackAddress())) {
            assertHealthyPass(new RouteHost("127.0.0.1", silent.getLocalPort(), 0));
        }
    }

    @Test
    void aServerThatRefusesConnectionsHoldsUpNobody() throws Exception {
        try (LoopbackPorts.Closed down = LoopbackPorts.closed()) {
            assertHealthyPass(new RouteHost("127.0.0.1", down.number(), 0));
        }
    }

    @Test
    void aServerThatFallsSilentAfterItDeliveredHoldsUpNobody() throws Exception {
        try (ScriptedSmtpServer tiring = new ScriptedSmtpServer()) {
            CountDownLatch fellSilent = new CountDownLatch(1);
            tiring.silentAfter(50, fellSilent);
            assertHealthyPass(tiring.host(0));
            assertThat(tiring.messages()).hasSizeBetween(50, 60);
        }
    }

    private void assertHealthyPass(RouteHost dead) throws Exception {
        for (int i = 0; i < WAITING; i++) {
            enqueue("dead-" + i, "bob@dead.example");
        }
        for (int i = 0; i < HEALTHY; i++) {
            enqueue("healthy-" + i, "bob@healthy.example");
        }

        RelayConsumer consumer = consumer(FixedRoutes.of(
                FixedRoutes.domain("dead.example", dead), FixedRoutes.domain("healthy.example", healthy.host(0))));
        try {
            for (int passed = 0; passed < HEALTHY; ) {
                String note = journal.take();
                passed += note.contains("bob@healthy.example DELIVERED") ? 1 : 0;
            }
            assertThat(healthy.messages()).hasSize(HEALTHY);
        } finally {
            consumer.close();
        }
    }

    private RelayConsumer consumer(Routes routes) {
        RelayJournal notes = new RelayJournal(new RecordingJournal(journal), (mail, recipient) -> {});
        RelayMail relayMail = new RelayMail(
                new DomainDelivery(routes, new SmtpDelivery(connections), RelaySeal.NONE),
                routes::destination,
                queue,
                new RetrySchedule(List.of(FOR_EVER), Duration.ofDays(5), Optional.empty()),
                new Returns(
                        FakeMailContext.defaultContext(),
                        "bounces",
                        new StatusMails("mx.gateway.example", Clock.systemUTC()),
                        notes),
                notes,
                Clock.systemUTC());
        return new RelayConsumer(
                queue,
                relayMail,
                new Lanes.Limits(8, 4, Long.MAX_VALUE, FOR_EVER),
                Clock.systemUTC(),
                Duration.ofMillis(1));
    }

    private void enqueue(String name, String recipient) throws MessagingException {
        MailImpl mail = MailImpl.builder()
                .name(name)
                .addRecipient(recipient)
                .addAttribute(Attribute.convertToAttribute(MailAttributes.RECEIPT, name))
                .build();
        MailSource.replace(mail, RelayFixture.SOURCE);
        queue.enQueue(mail);
    }
}
