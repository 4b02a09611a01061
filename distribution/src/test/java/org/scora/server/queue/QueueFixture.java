package org.scora.server.queue;

import static org.assertj.core.api.Assertions.fail;

import com.codahale.metrics.MetricRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.queue.activemq.ActiveMQMailQueueFactory;
import org.apache.james.queue.activemq.FileSystemBlobTransferPolicy;
import org.apache.james.queue.activemq.metric.ActiveMQMetricCollectorNoop;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.jms.JMSMailQueueFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.configuration.Configuration;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.apache.mailet.Mail;
import org.scora.mailets.MailSource;

/** A real broker with queues on it: ours, or James' stock ones for comparison. */
final class QueueFixture implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final DelayedMail delayed;
    private final JMSMailQueueFactory queues;
    private final Runnable last;

    private QueueFixture(EmbeddedBroker broker, DelayedMail delayed, JMSMailQueueFactory queues, Runnable last) {
        this.broker = broker;
        this.delayed = delayed;
        this.last = last;
        this.queues = queues;
    }

    static QueueFixture ours(Path folder, BrokerPlugin... plugins) {
        return keeping(mail -> fail("nobody died"), folder, plugins);
    }

    static QueueFixture keeping(ErrorMails errorMails, Path folder, BrokerPlugin... plugins) {
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), plugins);
        MailsInWork inWork = MailsInWork.open(folder.resolve("in-work"));
        DelayedMail delayed = new DelayedMail(broker);
        return new QueueFixture(
                broker,
                delayed,
                new GatewayMailQueueFactory(
                        broker.connectionFactory(),
                        delayed,
                        inWork,
                        errorMails,
                        new RawMailQueueItemDecoratorFactory(),
                        metrics(),
                        new NoopGaugeRegistry()),
                inWork::close);
    }

    static QueueFixture stock(Path folder, BrokerPlugin... plugins) {
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), plugins);
        ActiveMQMailQueueFactory queues = new ActiveMQMailQueueFactory(
                withBlobs(broker.connectionFactory(), folder),
                new RawMailQueueItemDecoratorFactory(),
                metrics(),
                new NoopGaugeRegistry(),
                new ActiveMQMetricCollectorNoop());
        queues.setUseJMX(false);
        return new QueueFixture(broker, new DelayedMail(broker), queues, () -> {});
    }

    private static ConnectionFactory withBlobs(ConnectionFactory factory, Path folder) {
        FileSystemBlobTransferPolicy blobs = new FileSystemBlobTransferPolicy();
        blobs.setFileSystem(new FileSystemImpl(Configuration.builder()
                .workingDirectory(folder.toFile())
                .build()
                .directories()));
        blobs.setDefaultUploadUrl("file://blobs");
        ((ActiveMQConnectionFactory) factory).setBlobTransferPolicy(blobs);
        return factory;
    }

    private static DropWizardMetricFactory metrics() {
        return new DropWizardMetricFactory(new MetricRegistry());
    }

    ManageableMailQueue queue(String name) {
        return queues.createQueue(MailQueueName.of(name), MailQueueFactory.prefetchCount(10));
    }

    /** Of the queues here. */
    DelayedMail delayed() {
        return delayed;
    }

    QueueDesk desk() {
        return new QueueDesk(delayed, broker.connectionFactory(), queues);
    }

    /** A mail whose headers hold bytes that are no ASCII. */
    static Mail mail(String name) throws Exception {
        String text = "Subject: Gr\u00fc\u00dfe " + name + "\r\n\r\nHello\r\n";
        MailImpl mail = MailImpl.builder()
                .name(name)
                .sender("sender@partner.example")
                .addRecipient("someone@example.com")
                .build();
        MailSource.replace(mail, text.getBytes(StandardCharsets.ISO_8859_1));
        return mail;
    }

    @Override
    public void close() {
        queues.destroy();
        broker.close();
        last.run();
    }
}
