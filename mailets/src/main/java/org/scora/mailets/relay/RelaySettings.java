package org.scora.mailets.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

/** What may be set for {@link Relay}. */
final class RelaySettings {
    static final Setting<String> OUTGOING =
            Setting.text("outgoing", "outgoing", "The queue in which mail waits for delivery.");
    static final Setting<String> BOUNCE_PROCESSOR = Setting.text(
            "bounceProcessor", "bounces", "The processor that returns to the sender what can not be delivered.");
    static final Setting<List<Duration>> RETRY_DELAYS = Setting.optional(
            "retryDelays",
            "periods like 90s, 5m, 2h with spaces between them",
            "1m 5m 15m 1h 2h 4h",
            RetrySchedule::parsePeriods,
            "How long to wait after each attempt that failed for now; the last period is used again and again.");
    static final Setting<Duration> GIVE_UP_AFTER = Setting.optional(
            "giveUpAfter",
            "a period like 12h or 5d",
            "5d",
            RetrySchedule::parsePeriod,
            "How long delivery is tried before the mail is returned.");
    static final Setting<Optional<Duration>> WARN_AFTER = Setting.optional(
            "warnAfter",
            "a period like 4h, or off",
            "4h",
            RetrySchedule::parsePeriodOrOff,
            "After which time without success the sender is told, once, that it takes longer.");
    static final Setting<Integer> CONNECTIONS =
            Setting.number("connections", 64, 4, 500, "How many mails are delivered at the same time.");
    static final Setting<Integer> PER_DESTINATION = Setting.number(
            "connectionsPerDestination",
            8,
            1,
            500,
            "How many of them go to the same servers. Others wait, and hold up no mail to elsewhere.");
    static final Setting<Integer> MAILS_PER_CONNECTION = Setting.number(
            "mailsPerConnection",
            100,
            1,
            10_000,
            "How many mails go over one connection, one after the other; 1 for a new one each time.");
    static final Setting<Integer> IDLE_SECONDS = Setting.number(
            "idleSeconds", 5, 1, 300, "How long a connection is kept for the next mail to the same server.");
    static final Setting<Integer> TIMEOUT = Setting.number(
            "timeout", 300, 1, 3600, "How long to wait for an answer of the recipient's server, in seconds.");

    static final Verb VERB = Verb.mailet(
            "Relay",
            "Delivers to the domain's own server, tries again when that fails, and returns what can not be delivered."
                    + " Nothing behind it sees the mail.",
            OUTGOING,
            BOUNCE_PROCESSOR,
            RETRY_DELAYS,
            GIVE_UP_AFTER,
            WARN_AFTER,
            CONNECTIONS,
            PER_DESTINATION,
            MAILS_PER_CONNECTION,
            IDLE_SECONDS,
            TIMEOUT);

    private RelaySettings() {}
}
