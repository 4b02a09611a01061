package org.scora.server.queue;

import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.queue.jms.JMSMailQueueFactory;

/** Makes the queues of this gateway. */
public final class GatewayMailQueueFactory extends JMSMailQueueFactory {
    private final DelayedMail delayedMail;
    private final MailsInWork inWork;
    private final ErrorMails errorMails;

    @Inject
    public GatewayMailQueueFactory(
            ConnectionFactory connectionFactory,
            DelayedMail delayedMail,
            MailsInWork inWork,
            ErrorMails errorMails,
            MailQueueItemDecoratorFactory decorators,
            MetricFactory metrics,
            GaugeRegistry gauges) {
        super(connectionFactory, decorators, metrics, gauges);
        this.delayedMail = delayedMail;
        this.inWork = inWork;
        this.errorMails = errorMails;
        setUseJMX(false);
    }

    @Override
    protected ManageableMailQueue createCacheableMailQueue(MailQueueName name) {
        return new GatewayMailQueue(
                connectionFactory,
                delayedMail,
                inWork,
                errorMails,
                mailQueueItemDecoratorFactory,
                name,
                metricFactory,
                gaugeRegistry);
    }
}
