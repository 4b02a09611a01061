package org.scora.quarantine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.common.hash.Hashing;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;
import org.scora.message.RawHeaders;
import org.scora.people.Actor;
import org.scora.score.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends held messages on their way. First it is written down that a message is being released, then it is put into the
 * queue, then it is written down that it was: after a crash in between, {@link #resume} goes on. Of two who release at
 * once, one does. Whether somebody may is not asked here.
 */
public final class Releases {
    /** Says in a released message that it was; the value is the receipt, who let it go, and when. */
    public static final String HEADER = "X-Scora-Released";

    private static final Logger LOGGER = LoggerFactory.getLogger(Releases.class);
    // Longer than putting a mail into the queue ever takes.
    private static final Duration CRASHED_AFTER = Duration.ofMinutes(2);
    private static final int RESUMED_AT_ONCE = 100;
    private static final Set<Outcome> SEEN_BY_THE_RELAY = Set.of(Outcome.RELEASED, Outcome.DELIVERED, Outcome.RETURNED);

    private final Quarantine quarantine;
    private final HeldCopies copies;
    private final Outbox outbox;
    private final VirusScan scan;
    private final Journal journal;
    private final Clock clock;

    public Releases(
            Quarantine quarantine, HeldCopies copies, Outbox outbox, VirusScan scan, Journal journal, Clock clock) {
        this.quarantine = quarantine;
        this.copies = copies;
        this.outbox = outbox;
        this.scan = scan;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of a release. */
    public sealed interface Result {
        /**
         * It goes.
         *
         * @param recipients to whom; none when it had been released before, or is not held any more
         * @param later whether the queue did not take it, so that it goes once it does
         */
        record Sent(List<String> recipients, boolean later) implements Result {}

        /**
         * It stays held.
         *
         * @param sentence why, for people
         */
        record Kept(Objection why, String sentence) implements Result {}
    }

    /**
     * Releases a message to recipients for whom it is held.
     *
     * @param reason why; may be empty
     * @throws MissingContent when the content is gone
     * @throws DamagedContent when the content is not what was held
     */
    public Result release(HeldMessage message, List<String> recipients, Actor actor, String reason) {
        byte[] content = quarantine.bytesOf(message);
        // Who releases a virus knows what it is.
        VirusScan.Answer answer =
                message.category() == Category.VIRUS ? new VirusScan.Answer.Clean() : scan.scan(content);
        if (answer instanceof VirusScan.Answer.Infected infected) {
            return infected(message, recipients, actor, infected.name());
        }
        if (answer instanceof VirusScan.Answer.Unanswered unanswered) {
            return new Result.Kept(
                    Objection.NOT_SCANNED,
                    "it could not be scanned for viruses: " + unanswered.reason() + "; try again later");
        }
        Instant now = clock.instant();
        List<String> taken =
                copies.change(change(message, recipients, HeldState.HELD, HeldState.RELEASING, now, actor, reason));
        return new Result.Sent(taken, !taken.isEmpty() && !sentNow(message, content, taken, now, actor));
    }

    private Result infected(HeldMessage message, List<String> recipients, Actor actor, String name) {
        copies.recategorize(message.key(), Category.VIRUS, "when it was to be released, " + name);
        copies.note(message, recipients, actor, "release", "kept, since " + name);
        return new Result.Kept(
                Objection.VIRUS, "it was scanned again, and " + name + "; it stays held, as a virus now");
    }

    private boolean sentNow(HeldMessage message, byte[] content, List<String> recipients, Instant at, Actor actor) {
        try {
            send(message, content, recipients, at, actor);
            return true;
        } catch (UncheckedIOException e) {
            LOGGER.error("{} is released, but can not be queued now; it is tried again", message.receipt(), e);
            return false;
        }
    }

    private void send(HeldMessage message, byte[] content, List<String> recipients, Instant at, Actor actor) {
        outbox.send(new OutgoingMail(
                idOf(message.key(), recipients, at),
                message.sender(),
                recipients,
                RawHeaders.of(content)
                        .add(
                                HEADER,
                                message.receipt() + "; by " + word(actor) + "; " + at.truncatedTo(ChronoUnit.SECONDS))
                        .toBytes(),
                Optional.of(message.receipt())));
        done(message, recipients, actor);
    }

    private void done(HeldMessage message, List<String> recipients, Actor actor) {
        String detail = "released by " + word(actor);
        recipients.forEach(recipient -> journal.update(message.receipt(), recipient, Outcome.RELEASED, detail));
        copies.change(change(
                message, recipients, HeldState.RELEASING, HeldState.RELEASED, clock.instant(), actor, "in the queue"));
    }

    private static CopyChange change(
            HeldMessage message,
            List<String> recipients,
            HeldState from,
            HeldState to,
            Instant at,
            Actor actor,
            String reason) {
        return new CopyChange(message.key(), recipients, Set.of(from), to, at, actor, "release", reason);
    }

    // The same for the same sending, by which a repetition can be told; a hash, since keys may hold anything.
    private static String idOf(String key, List<String> recipients, Instant at) {
        String sending =
                key + "\n" + String.join("\n", recipients.stream().sorted().toList()) + "\n" + at.toEpochMilli();
        return "release-"
                + Hashing.sha256().hashUnencodedChars(sending).toString().substring(0, 32);
    }

    private static String word(Actor actor) {
        return switch (actor.role()) {
            case USER -> "the recipient";
            case DOMAIN_ADMINISTRATOR -> "an administrator";
            case OPERATOR -> "the operator";
        };
    }

    /**
     * Goes on with releases that a crash or a broken queue interrupted; returns how many. What the relay has seen already
     * is not sent again.
     */
    public int resume() {
        List<HeldMessage> interrupted = copies.beingReleased(clock.instant().minus(CRASHED_AFTER), RESUMED_AT_ONCE);
        int resumed = 0;
        for (HeldMessage message : interrupted) {
            try {
                resume(message);
                resumed++;
            } catch (UncheckedIOException e) {
                LOGGER.error("the release of {} can not go on: {}", message.receipt(), e.getMessage());
            }
        }
        return resumed;
    }

    private void resume(HeldMessage message) {
        Map<Instant, List<HeldCopy>> releases = message.copies().stream()
                .filter(copy -> copy.state() == HeldState.RELEASING)
                .collect(groupingBy(copy -> copy.changedAt().orElse(Instant.EPOCH)));
        Set<String> seen = seenByTheRelay(message);
        releases.forEach((at, together) -> {
            Actor actor = new Actor(Actor.GATEWAY.role(), together.get(0).changedBy(), "resumed");
            Map<Boolean, List<String>> recipients = together.stream()
                    .map(HeldCopy::recipient)
                    .collect(partitioningBy(recipient -> seen.contains(recipient.toLowerCase(Locale.ROOT))));
            List<String> onTheirWay = recipients.getOrDefault(true, List.of());
            List<String> missing = recipients.getOrDefault(false, List.of());
            if (!onTheirWay.isEmpty()) {
                done(message, onTheirWay, actor);
            }
            if (!missing.isEmpty()) {
                LOGGER.warn("the release of {} was interrupted and goes on", message.receipt());
                sentNow(message, quarantine.bytesOf(message), missing, at, actor);
            }
        });
    }

    private Set<String> seenByTheRelay(HeldMessage message) {
        return journal.byReceipt(message.receipt()).stream()
                .filter(line -> SEEN_BY_THE_RELAY.contains(line.outcome()))
                .map(JournalLine::recipient)
                .collect(toUnmodifiableSet());
    }
}
