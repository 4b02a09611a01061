package org.scora.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.mail.MessagingException;
import org.apache.james.mailetcontainer.impl.JamesMailSpooler;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.mailets.MailSource;
import reactor.core.publisher.Flux;

class GatewayMailQueueTest {
    @TempDir
    Path folder;

    @Test
    void aMailComesOutAsItWentIn() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            Mail mail = QueueFixture.mail("one");
            mail.setAttribute(new Attribute(AttributeName.of("scora.receipt"), AttributeValue.of("4QX7")));
            fixture.queue("spool").enQueue(mail);

            Mail received = next(fixture.queue("spool"), CompletionStatus.SUCCESS);

            assertThat(new String(MailSource.bytes(received), StandardCharsets.ISO_8859_1))
                    .isEqualTo("Subject: Gr\u00fc\u00dfe one\r\n\r\nHello\r\n");
            assertThat(received.getRecipients()).extracting(Object::toString).containsExactly("someone@example.com");
            assertThat(AttributeUtils.getValueAndCastFromMail(
                            received, AttributeName.of("scora.receipt"), String.class))
                    .contains("4QX7");
        }
    }

    @Test
    void aMailWithoutAnyBytesComesOutToo() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            Mail mail = QueueFixture.mail("empty");
            MailSource.replace(mail, new byte[0]);
            fixture.queue("spool").enQueue(mail);

            assertThat(MailSource.bytes(next(fixture.queue("spool"), CompletionStatus.SUCCESS)))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotDoneIsThereAfterARestart() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            fixture.queue("spool").enQueue(QueueFixture.mail("in-hand"));
            fixture.queue("spool").enQueue(QueueFixture.mail("waiting"));
            fixture.queue("spool").enQueue(QueueFixture.mail("delayed"), Duration.ofHours(1));
            Flux.from(fixture.queue("spool").deQueue()).blockFirst(Duration.ofSeconds(10));
        }
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            List<String> names = Flux.from(fixture.queue("spool").deQueue())
                    .take(2)
                    .map(item -> item.getMail().getName())
                    .collectList()
                    .block(Duration.ofSeconds(10));
            assertThat(names).containsExactlyInAnyOrder("in-hand", "waiting");
            assertThat(fixture.delayed().count()).isEqualTo(1);
        }
    }

    @Test
    void delayedMailIsDueAfterItsDelay() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            fixture.queue("outgoing").enQueue(QueueFixture.mail("soon"), Duration.ofMillis(300));

            assertThat(next(fixture.queue("outgoing"), CompletionStatus.SUCCESS).getName())
                    .isEqualTo("soon");
        }
    }

    @Test
    void flushMakesDelayedMailOfThisQueueDue() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            ManageableMailQueue outgoing = fixture.queue("outgoing");
            outgoing.enQueue(QueueFixture.mail("later"), Duration.ofHours(1));
            fixture.queue("spool").enQueue(QueueFixture.mail("of another queue"), Duration.ofHours(1));

            assertThat(outgoing.flush()).isEqualTo(1);

            assertThat(next(outgoing, CompletionStatus.SUCCESS).getName()).isEqualTo("later");
            assertThat(fixture.delayed().count()).isEqualTo(1);
        }
    }

    @Test
    void aRejectedMailWaitsForItsNextTryAndIsNotLost() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            ManageableMailQueue spool = fixture.queue("spool");
            spool.enQueue(QueueFixture.mail("unlucky"));
            next(spool, CompletionStatus.REJECT);

            assertThat(spool.getSize()).isZero();
            assertThat(fixture.delayed().count()).isEqualTo(1);
            spool.flush();
            assertThat(next(spool, CompletionStatus.SUCCESS).getName()).isEqualTo("unlucky");
        }
    }

    @Test
    void aMailThatTheChainFailedOnWaitsInsteadOfComingBackAtOnce() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            Mail mail = QueueFixture.mail("failed once");
            mail.setAttribute(new Attribute(JamesMailSpooler.MAIL_PROCESSING_ERROR_COUNT, AttributeValue.of(3)));
            fixture.queue("spool").enQueue(mail);

            assertThat(fixture.delayed().count()).isEqualTo(1);
        }
    }

    @Test
    void itCanBeBrowsedAndCleared() throws Exception {
        try (QueueFixture fixture = QueueFixture.ours(folder)) {
            ManageableMailQueue queue = fixture.queue("outgoing");
            queue.enQueue(QueueFixture.mail("one"));
            queue.enQueue(QueueFixture.mail("two"));

            assertThat(queue.browse().next().getMail().getName()).isEqualTo("one");
            assertThat(queue.getSize()).isEqualTo(2);
            assertThat(queue.clear()).isEqualTo(2);
            assertThat(queue.getSize()).isZero();
        }
    }

    @Test
    void aMailThatWasAloneInWorkAtTwoDeathsIsKeptForTheOperator() throws Exception {
        diesInWorkOn("deadly");
        diesInWorkOn("deadly");

        List<String> kept = new CopyOnWriteArrayList<>();
        try (QueueFixture fixture = QueueFixture.keeping(mail -> kept.add(mail.getName()), folder)) {
            ManageableMailQueue spool = fixture.queue("spool");
            spool.enQueue(QueueFixture.mail("deadly"));
            spool.enQueue(QueueFixture.mail("behind it"));

            assertThat(next(spool, CompletionStatus.SUCCESS).getName()).isEqualTo("behind it");
            assertThat(kept).containsExactly("deadly");
            assertThat(spool.getSize()).isZero();
        }
    }

    @Test
    void aMailThatCanNotBeKeptStaysInTheQueue() throws Exception {
        diesInWorkOn("deadly");
        diesInWorkOn("deadly");

        AtomicInteger tries = new AtomicInteger();
        ErrorMails failsOnce = mail -> {
            if (tries.incrementAndGet() == 1) {
                throw new MessagingException("the disk is full");
            }
        };
        try (QueueFixture fixture = QueueFixture.keeping(failsOnce, folder)) {
            ManageableMailQueue spool = fixture.queue("spool");
            spool.enQueue(QueueFixture.mail("deadly"));
            spool.enQueue(QueueFixture.mail("behind it"));

            assertThat(next(spool, CompletionStatus.SUCCESS).getName()).isEqualTo("behind it");
            assertThat(tries).hasValue(2);
        }
    }

    private void diesInWorkOn(String mail) {
        MailsInWork.open(folder.resolve("in-work")).begin(MailQueueName.of("spool"), mail);
    }

    private static Mail next(MailQueue queue, CompletionStatus status) throws Exception {
        MailQueueItem item = Flux.from(queue.deQueue()).blockFirst(Duration.ofSeconds(10));
        item.done(status);
        return item.getMail();
    }
}
