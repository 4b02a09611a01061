package org.scora.mailets.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.james.queue.api.MailQueue;
import org.apache.mailet.MailetContext;
import org.scora.domain.Authorities;
import org.scora.domain.Routes;
import org.scora.journal.Journal;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Settings;

/** A running relay: what delivers, and what takes mail from the queue for it. */
record RelayParts(MailQueue queue, RelayConsumer consumer, Connections connections) implements AutoCloseable {
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** One destination that hangs may hold so much of the heap. */
    private static final int SHARE_OF_HEAP = 32;

    /** Where the relay stands. */
    record Place(
            Routes routes,
            RelaySeal seal,
            Journal journal,
            NotedContacts contacts,
            GatewaySettings gateway,
            Authorities authorities,
            MailetContext context,
            Clock clock) {}

    static RelayParts start(MailQueue queue, Settings settings, Place place) {
        RelayJournal notes = new RelayJournal(place.journal(), place.contacts()::delivered);
        Connections connections = connections(settings, place);
        String hostname = place.gateway().get(GatewaySettings.HOSTNAME);
        RelayMail relayMail = new RelayMail(
                new DomainDelivery(place.routes(), new SmtpDelivery(connections), place.seal()),
                place.routes()::destination,
                queue,
                new RetrySchedule(
                        settings.get(RelaySettings.RETRY_DELAYS),
                        settings.get(RelaySettings.GIVE_UP_AFTER),
                        settings.get(RelaySettings.WARN_AFTER)),
                new Returns(
                        place.context(),
                        settings.get(RelaySettings.BOUNCE_PROCESSOR),
                        new StatusMails(hostname, place.clock()),
                        notes),
                notes,
                place.clock());
        RelayConsumer consumer = new RelayConsumer(queue, relayMail, limits(settings), place.clock(), PATIENCE_AT_STOP);
        return new RelayParts(queue, consumer, connections);
    }

    private static Connections connections(Settings settings, Place place) {
        SmtpSessions sessions = new SmtpSessions(
                place.gateway().get(GatewaySettings.HOSTNAME),
                Duration.ofSeconds(settings.get(RelaySettings.TIMEOUT)),
                place.authorities());
        return new Connections(
                sessions,
                settings.get(RelaySettings.MAILS_PER_CONNECTION),
                Duration.ofSeconds(settings.get(RelaySettings.IDLE_SECONDS)),
                place.clock());
    }

    private static Lanes.Limits limits(Settings settings) {
        return new Lanes.Limits(
                settings.get(RelaySettings.CONNECTIONS),
                settings.get(RelaySettings.PER_DESTINATION),
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP,
                pause(settings.get(RelaySettings.RETRY_DELAYS)));
    }

    /** Shorter than any delay, so that no mail comes back to find that nobody asked meanwhile. */
    private static Duration pause(List<Duration> delays) {
        Duration half = Collections.min(delays).dividedBy(2);
        return half.compareTo(LONGEST_PAUSE) < 0 ? half : LONGEST_PAUSE;
    }

    @Override
    public void close() {
        consumer.close();
        connections.close();
    }
}
