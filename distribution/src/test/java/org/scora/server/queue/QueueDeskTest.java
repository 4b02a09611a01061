package org.scora.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scora.message.MailAttributes;
import org.scora.outgoing.WaitingMail;
import reactor.core.publisher.Flux;

@Timeout(60)
class QueueDeskTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    @Test
    void whatWaitsIsCountedByDomainWithTheReason() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            fixture.queue("outgoing").enQueue(waiting("one", "R1"), HOUR);
            fixture.queue("outgoing").enQueue(waiting("two", "R2"), HOUR.multipliedBy(2));
            fixture.queue("outgoing").enQueue(waiting("due", "R3"));
            fixture.queue("spool").enQueue(waiting("not outgoing", "R4"), HOUR);

            assertThat(fixture.desk().due()).isEqualTo(1);
            assertThat(fixture.desk().domains()).singleElement().satisfies(domain -> {
                assertThat(domain.domain()).isEqualTo("example.com");
                assertThat(domain.mails()).isEqualTo(2);
                assertThat(domain.oldest()).contains(Instant.parse("2026-11-24T08:00:00Z"));
                assertThat(domain.nextAttempt()).isBefore(Instant.now().plus(HOUR));
                assertThat(domain.lastAnswer()).isEqualTo("mail.example.com:25: 451 4.4.1 can not be reached");
            });
        }
    }

    @Test
    void itIsKnownAfterARestartToo() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            fixture.queue("outgoing").enQueue(waiting("one", "R1"), HOUR);
            fixture.queue("outgoing").enQueue(waiting("two", "R2"), Duration.ofDays(5));
        }
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            assertThat(fixture.desk().ofDomain("example.com", 10))
                    .extracting(WaitingMail::id)
                    .containsExactly("one", "two");
            assertThat(fixture.desk().find("R1")).singleElement().satisfies(mail -> {
                assertThat(mail.attempts()).isEqualTo(3);
                assertThat(mail.sender()).contains("sender@partner.example");
                assertThat(mail.recipients()).containsExactly("someone@example.com");
            });
        }
    }

    @Test
    void mailThatIsToBeTriedNowIsDueWithItsOrder() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            ManageableMailQueue queue = fixture.queue("outgoing");
            queue.enQueue(waiting("one", "R1"), HOUR);
            queue.enQueue(waiting("two", "R2"), HOUR.multipliedBy(3));

            assertThat(fixture.desk().retryDomain("example.org")).isZero();
            assertThat(fixture.desk().retry("two")).isTrue();

            Mail due = next(queue);
            assertThat(due.getName()).isEqualTo("two");
            assertThat(order(due)).contains("TRY_NOW");
            assertThat(fixture.desk().retryDomain("example.com")).isEqualTo(1);
            assertThat(next(queue).getName()).isEqualTo("one");
            assertThat(fixture.desk().domains()).isEmpty();
        }
    }

    @Test
    void mailThatIsDroppedCarriesTheReason() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            ManageableMailQueue queue = fixture.queue("outgoing");
            queue.enQueue(waiting("one", "R1"), HOUR);

            assertThat(fixture.desk().drop("one", true, "a mistake")).isTrue();
            assertThat(fixture.desk().drop("one", true, "a mistake")).isFalse();

            assertThat(order(next(queue))).contains("RETURN", "a mistake");
        }
    }

    @Test
    void mailWhoseTimeHasComeDoesNotWaitAnyMore() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            fixture.queue("outgoing").enQueue(waiting("soon", "R1"), Duration.ofMillis(300));

            assertThat(next(fixture.queue("outgoing")).getName()).isEqualTo("soon");

            assertThat(fixture.desk().find("R1")).isEmpty();
        }
    }

    private static String order(Mail mail) {
        return mail.getAttribute(AttributeName.of("scora.relay.order"))
                .map(attribute -> attribute.getValue().value().toString())
                .orElse("");
    }

    private static Mail next(ManageableMailQueue queue) throws Exception {
        MailQueueItem item = Flux.from(queue.deQueue()).blockFirst(Duration.ofSeconds(20));
        item.done(MailQueueItem.CompletionStatus.SUCCESS);
        return item.getMail();
    }

    private static Mail waiting(String name, String receipt) throws Exception {
        Mail mail = QueueFixture.mail(name);
        mail.setAttribute(Attribute.convertToAttribute(MailAttributes.RECEIPT, receipt));
        mail.setAttribute(Attribute.convertToAttribute("scora.relay.attempts", 3));
        mail.setAttribute(Attribute.convertToAttribute("scora.relay.first-attempt", "2026-11-24T08:00:00Z"));
        mail.setAttribute(Attribute.convertToAttribute(
                "scora.relay.result",
                "{\"server\":\"mail.example.com:25\",\"code\":451,\"enhancedCode\":\"4.4.1\","
                        + "\"text\":\"can not be reached\"}"));
        return mail;
    }
}
