package org.scora.mailets.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.scora.mailets.MailSource;
import org.scora.message.MailAttributes;
import org.scora.message.OutgoingMail;

class SpoolOutboxTest {
    private static final byte[] SOURCE = "Subject: Report\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII);

    private final MemoryMailQueueFactory queues = new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory());
    private final SpoolOutbox outbox = new SpoolOutbox(queues, Optional.empty());

    @Test
    void mailOfOurOwnGoesOnTheSpoolMarked() throws Exception {
        outbox.send(new OutgoingMail(
                "release-1",
                Optional.of("alice@remote.example"),
                List.of("bob@customer.example"),
                SOURCE,
                Optional.of("4QX7-M2DA-9KTW")));

        Mail mail = queues.createQueue(MailQueueFactory.SPOOL).getLastMail();
        assertThat(mail.getName()).isEqualTo("release-1");
        assertThat(mail.getState()).isEqualTo(Mail.DEFAULT);
        assertThat(mail.getMaybeSender().asString()).isEqualTo("alice@remote.example");
        assertThat(mail.getRecipients()).containsExactly(new MailAddress("bob@customer.example"));
        assertThat(attribute(mail, MailAttributes.OUTGOING)).contains("release-1");
        assertThat(attribute(mail, MailAttributes.RECEIPT)).contains("4QX7-M2DA-9KTW");
        assertThat(MailSource.bytes(mail)).isEqualTo(SOURCE);
    }

    @Test
    void newMailHasNoReceiptAndMayHaveNoSender() {
        outbox.send(new OutgoingMail("report-1", Optional.empty(), List.of("bob@customer.example"), SOURCE));

        Mail mail = queues.createQueue(MailQueueFactory.SPOOL).getLastMail();
        assertThat(mail.getMaybeSender().isNullSender()).isTrue();
        assertThat(attribute(mail, MailAttributes.RECEIPT)).isEmpty();
    }

    @Test
    void addressThatIsNoneIsAFailure() {
        assertThatThrownBy(() ->
                        outbox.send(new OutgoingMail("report-1", Optional.empty(), List.of("not an address"), SOURCE)))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static Optional<String> attribute(Mail mail, String name) {
        return AttributeUtils.getValueAndCastFromMail(mail, AttributeName.of(name), String.class);
    }
}
