package org.scora.server;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import javax.jms.ConnectionFactory;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.queue.activemq.ActiveMQHealthCheck;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.ManageableMailQueue;
import org.scora.outgoing.OutgoingQueue;
import org.scora.server.queue.DelayedMail;
import org.scora.server.queue.EmbeddedBroker;
import org.scora.server.queue.ErrorMails;
import org.scora.server.queue.GatewayMailQueueFactory;
import org.scora.server.queue.MailsInWork;
import org.scora.server.queue.QueueDesk;

/** The queues on the embedded broker. */
final class QueueModule extends AbstractModule {
    private final EmbeddedBroker broker;
    private final MailsInWork inWork;

    QueueModule(EmbeddedBroker broker, MailsInWork inWork) {
        this.broker = broker;
        this.inWork = inWork;
    }

    @Override
    protected void configure() {
        bind(GatewayMailQueueFactory.class).in(Scopes.SINGLETON);
        bind(new TypeLiteral<MailQueueFactory<?>>() {}).to(GatewayMailQueueFactory.class);
        bind(new TypeLiteral<MailQueueFactory<? extends MailQueue>>() {}).to(GatewayMailQueueFactory.class);
        bind(new TypeLiteral<MailQueueFactory<? extends ManageableMailQueue>>() {})
                .to(GatewayMailQueueFactory.class);
        bind(ConnectionFactory.class).toInstance(broker.connectionFactory());
        bind(DelayedMail.class).toInstance(new DelayedMail(broker));
        bind(OutgoingQueue.class).to(QueueDesk.class);
        bind(MailsInWork.class).toInstance(inWork);
        bind(ErrorMails.class).to(DeadlyMails.class);
        Multibinder.newSetBinder(binder(), HealthCheck.class).addBinding().to(ActiveMQHealthCheck.class);
    }
}
