package org.scora.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;

/** Who was told to try again later, and has come back since? */
final class WaitingPart {
    /** Senders give up after four to five days (RFC 5321 section 4.5.4.1). */
    private static final Duration SENDERS_TRY_FOR = Duration.ofDays(5);

    private static final int MOST_LINES = 5000;

    /** A temporary answer with its enhanced code (RFC 3463), as it stands in a line's detail. */
    private static final Pattern TEMPORARY = Pattern.compile("\\b4\\d\\d 4\\.");

    /** Outcomes of mail that was taken; every other one is of mail that was not. */
    private static final Set<String> TAKEN =
            Set.of("QUEUED", "DELIVERED", "HELD", "RELEASED", "DELETED", "RETURNED", "FAILED");

    private final Journal journal;
    private final Clock clock;
    private final Predicate<JournalLine> taken;

    WaitingPart(Journal journal, Clock clock) {
        this(journal, clock, line -> TAKEN.contains(line.outcome().name()));
    }

    /** @param taken whether a line is of mail that was taken */
    WaitingPart(Journal journal, Clock clock, Predicate<JournalLine> taken) {
        this.journal = journal;
        this.clock = clock;
        this.taken = taken;
    }

    private record Key(String sender, String recipient) {
        static Key of(JournalLine line) {
            return new Key(line.sender().orElse(""), line.recipient());
        }
    }

    /** One line for each sender and recipient, the last first. */
    List<PutOffSender> putOff(String domain) {
        Instant now = clock.instant();
        List<JournalLine> lines = journal.between(
                Optional.of(domain), now.minus(SENDERS_TRY_FOR), now.plus(Duration.ofMinutes(1)), MOST_LINES);
        Map<Key, Instant> takenAt = new HashMap<>();
        Map<Key, JournalLine> putOff = new LinkedHashMap<>();
        for (JournalLine line : lines) {
            if (taken.test(line)) {
                takenAt.putIfAbsent(Key.of(line), line.receivedAt());
            } else if (isTemporary(line)) {
                putOff.putIfAbsent(Key.of(line), line);
            }
        }
        List<PutOffSender> senders = new ArrayList<>();
        putOff.forEach((key, line) -> senders.add(new PutOffSender(
                line.sender(),
                line.clientAddress(),
                line.recipient(),
                line.receivedAt(),
                Optional.ofNullable(takenAt.get(key)).filter(back -> !back.isBefore(line.receivedAt())))));
        return senders;
    }

    private static boolean isTemporary(JournalLine line) {
        return TEMPORARY.matcher(line.detail()).find();
    }

    List<CheckUpFinding> findings(List<PutOffSender> senders) {
        long waiting =
                senders.stream().filter(sender -> sender.cameBack().isEmpty()).count();
        if (senders.isEmpty()) {
            return List.of(
                    Code.WAITING_NONE.says("In the last five days, the journal knows of nobody who was put off."));
        }
        return List.of(
                waiting == 0
                        ? Code.WAITING_BACK.says("All " + senders.size() + " that were put off have come back.")
                        : Code.WAITING_STILL.says(
                                "Of " + senders.size() + " that were put off, " + waiting + " have not come back yet.",
                                "Servers try again for days; a sender that never does was most likely no server."));
    }
}
