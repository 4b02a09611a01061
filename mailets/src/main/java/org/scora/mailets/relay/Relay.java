package org.scora.mailets.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.domain.Routes;
import org.scora.journal.Journal;
import org.scora.mailets.Parameters;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Settings;
import org.scora.setting.Verb;

/** Ends the mail here and delivers it to the recipients' own servers from a queue, so that the chain stays fast. */
public final class Relay extends GenericMailet {
    public static final Verb VERB = Verb.mailet(
            "Relay",
            "Delivers to the domain's own server, tries again when that fails, and returns what can not be delivered."
                    + " Nothing behind it sees the mail.",
            RelaySettings.OUTGOING,
            RelaySettings.BOUNCE_PROCESSOR,
            RelaySettings.RETRY_DELAYS,
            RelaySettings.GIVE_UP_AFTER,
            RelaySettings.CONNECTIONS,
            RelaySettings.TIMEOUT);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

    private final MailQueueFactory<?> queues;
    private final Routes routes;
    private final Journal journal;
    private final GatewaySettings gateway;
    private final Clock clock;
    private Optional<Running> running = Optional.empty();

    @Inject
    public Relay(MailQueueFactory<?> queues, Routes routes, Journal journal, GatewaySettings gateway, Clock clock) {
        this.queues = queues;
        this.routes = routes;
        this.journal = journal;
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Settings settings = Parameters.of(getMailetConfig(), VERB);
        int connections = settings.get(RelaySettings.CONNECTIONS);
        MailQueue queue = queues.createQueue(
                MailQueueName.of(settings.get(RelaySettings.OUTGOING)), MailQueueFactory.prefetchCount(connections));
        RelayMail relayMail = relayMail(queue, settings);
        running = Optional.of(
                new Running(queue, new RelayConsumer(queue, relayMail::attempt, connections, PATIENCE_AT_STOP)));
    }

    private RelayMail relayMail(MailQueue queue, Settings settings) {
        Duration timeout = Duration.ofSeconds(settings.get(RelaySettings.TIMEOUT));
        RelayJournal notes = new RelayJournal(journal);
        return new RelayMail(
                new DomainDelivery(routes, new SmtpDelivery(gateway.get(GatewaySettings.HOSTNAME), timeout)),
                queue,
                new RetrySchedule(settings.get(RelaySettings.RETRY_DELAYS), settings.get(RelaySettings.GIVE_UP_AFTER)),
                new Returns(getMailetContext(), settings.get(RelaySettings.BOUNCE_PROCESSOR), notes),
                notes,
                clock);
    }

    /** Returns once the mail is safe in the queue. */
    @Override
    public void service(Mail mail) throws MessagingException {
        running.orElseThrow(() -> new MessagingException("the relay does not run"))
                .queue()
                .enQueue(mail);
        mail.setState(Mail.GHOST);
    }

    @Override
    public void destroy() {
        running.ifPresent(stopped -> stopped.consumer().close());
        running = Optional.empty();
    }

    private record Running(MailQueue queue, RelayConsumer consumer) {}
}
