package org.scora.mailets.relay;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.domain.Authorities;
import org.scora.domain.Routes;
import org.scora.journal.Journal;
import org.scora.mailets.Parameters;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Settings;
import org.scora.setting.Verb;

/** Ends the mail here and delivers it to the recipients' own servers from a queue, so that the chain stays fast. */
public final class Relay extends GenericMailet {
    public static final Verb VERB = RelaySettings.VERB;

    private final MailQueueFactory<?> queues;
    private final Routes routes;
    private final DomainSeals seals;
    private final Journal journal;
    private final NotedContacts contacts;
    private final GatewaySettings gateway;
    private final Authorities authorities;
    private final Clock clock;
    private Optional<RelayParts> running = Optional.empty();

    @Inject
    public Relay(
            MailQueueFactory<?> queues,
            Routes routes,
            DomainSeals seals,
            Journal journal,
            NotedContacts contacts,
            GatewaySettings gateway,
            Authorities authorities,
            Clock clock) {
        this.queues = queues;
        this.routes = routes;
        this.seals = seals;
        this.journal = journal;
        this.contacts = contacts;
        this.gateway = gateway;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Settings settings = Parameters.of(getMailetConfig(), VERB);
        MailQueue queue = queues.createQueue(
                MailQueueName.of(settings.get(RelaySettings.OUTGOING)),
                MailQueueFactory.prefetchCount(settings.get(RelaySettings.CONNECTIONS)));
        RelayParts.Place place =
                new RelayParts.Place(routes, seals, journal, contacts, gateway, authorities, getMailetContext(), clock);
        try {
            running = Optional.of(RelayParts.start(queue, settings, place));
        } catch (IllegalArgumentException e) {
            throw new MessagingException("Relay can not start: " + e.getMessage(), e);
        }
    }

    /** Returns once the mail is safe in the queue, apart for each domain: one that waits shall not keep another. */
    @Override
    public void service(Mail mail) throws MessagingException {
        MailQueue queue = running.orElseThrow(() -> new MessagingException("the relay does not run"))
                .queue();
        List<MailImpl> parts = MailCopy.byDomain(mail);
        try {
            for (Mail part : parts.isEmpty() ? List.of(mail) : parts) {
                queue.enQueue(part);
            }
        } finally {
            parts.forEach(LifecycleUtil::dispose);
        }
        mail.setState(Mail.GHOST);
    }

    @Override
    public void destroy() {
        running.ifPresent(RelayParts::close);
        contacts.write();
        running = Optional.empty();
    }
}
