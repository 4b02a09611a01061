package org.scora.mailets.relay;

import com.google.common.collect.Streams;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.scora.domain.Routes;
import org.scora.journal.Journal;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Setting;
import org.scora.setting.Settings;
import org.scora.setting.Verb;

/** Ends the mail here and delivers it to the recipients' own servers from a queue, so that the chain stays fast. */
public final class Relay extends GenericMailet {
    private static final Setting<String> OUTGOING =
            Setting.text("outgoing", "outgoing", "The queue in which mail waits for delivery.");
    private static final Setting<String> BOUNCE_PROCESSOR = Setting.text(
            "bounceProcessor", "bounces", "The processor that returns to the sender what can not be delivered.");
    private static final Setting<List<Duration>> RETRY_DELAYS = Setting.optional(
            "retryDelays",
            "periods like 90s, 5m, 2h with spaces between them",
            "1m 5m 15m 1h 2h 4h",
            RetrySchedule::parsePeriods,
            "How long to wait after each attempt that failed for now; the last period is used again and again.");
    private static final Setting<Duration> GIVE_UP_AFTER = Setting.optional(
            "giveUpAfter",
            "a period like 12h or 5d",
            "5d",
            RetrySchedule::parsePeriod,
            "How long delivery is tried before the mail is returned.");
    private static final Setting<Integer> CONNECTIONS =
            Setting.number("connections", 16, 1, 500, "How many mails are delivered at the same time.");
    private static final Setting<Integer> TIMEOUT = Setting.number(
            "timeout", 300, 1, 3600, "How long to wait for an answer of the recipient's server, in seconds.");

    public static final Verb VERB = Verb.mailet(
            "Relay",
            "Delivers to the domain's own server, tries again when that fails, and returns what can not be delivered."
                    + " Nothing behind it sees the mail.",
            OUTGOING,
            BOUNCE_PROCESSOR,
            RETRY_DELAYS,
            GIVE_UP_AFTER,
            CONNECTIONS,
            TIMEOUT);

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
    public void init() {
        Map<String, String> written = Streams.stream(getInitParameterNames())
                .collect(Collectors.toMap(Function.identity(), this::getInitParameter));
        Settings settings = Settings.of("mailetcontainer.xml: mailet Relay", written, VERB.settings());
        int connections = settings.get(CONNECTIONS);
        MailQueue queue = queues.createQueue(
                MailQueueName.of(settings.get(OUTGOING)), MailQueueFactory.prefetchCount(connections));
        RelayMail relayMail = relayMail(queue, settings);
        running = Optional.of(
                new Running(queue, new RelayConsumer(queue, relayMail::attempt, connections, PATIENCE_AT_STOP)));
    }

    private RelayMail relayMail(MailQueue queue, Settings settings) {
        Duration timeout = Duration.ofSeconds(settings.get(TIMEOUT));
        RelayJournal notes = new RelayJournal(journal);
        return new RelayMail(
                new DomainDelivery(routes, new SmtpDelivery(gateway.get(GatewaySettings.HOSTNAME), timeout)),
                queue,
                new RetrySchedule(settings.get(RETRY_DELAYS), settings.get(GIVE_UP_AFTER)),
                new Returns(getMailetContext(), settings.get(BOUNCE_PROCESSOR), notes),
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
