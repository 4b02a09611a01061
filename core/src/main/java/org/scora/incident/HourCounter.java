package org.scora.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.incident.Counts.Decided;
import org.scora.incident.Counts.Hour;
import org.scora.incident.Counts.Mail;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.message.Addresses;

/** Counts the lines of an hour as they are read. A message counts once for all of its recipients, and once a domain. */
final class HourCounter {
    // Smaller numbers tell nothing, and there may be ten thousand domains.
    private static final int LEAST_OF_A_DOMAIN = 5;

    private final DecidedBy decidedBy;
    private final Map<String, Mail> mail = new HashMap<>();
    private final Map<String, Decided> decided = new HashMap<>();
    private final List<JournalLine> together = new ArrayList<>();

    HourCounter(DecidedBy decidedBy) {
        this.decidedBy = decidedBy;
        mail.put(Counts.ALL, Mail.NONE);
    }

    /** Takes lines in the order of their time: those of a message have the same. */
    void add(JournalLine line) {
        if (line.outcome() == Outcome.REFUSED) {
            return;
        }
        if (!together.isEmpty() && !together.get(0).receivedAt().equals(line.receivedAt())) {
            countTogether();
        }
        together.add(line);
    }

    Hour counted(Instant begin) {
        countTogether();
        mail.entrySet()
                .removeIf(entry ->
                        !entry.getKey().equals(Counts.ALL) && entry.getValue().messages() < LEAST_OF_A_DOMAIN);
        return new Hour(begin, mail, decided);
    }

    private void countTogether() {
        Map<String, List<JournalLine>> messages = new LinkedHashMap<>();
        together.forEach(line -> messages.computeIfAbsent(line.receipt(), receipt -> new ArrayList<>())
                .add(line));
        together.clear();
        messages.values().forEach(this::count);
    }

    private void count(List<JournalLine> copies) {
        boolean familiar = DecidedBy.isFamiliar(copies.get(0));
        Map<String, Boolean> heldFor = new HashMap<>();
        copies.forEach(copy -> heldFor.merge(
                Addresses.domainOf(copy.recipient()).orElse(Counts.ALL), DecidedBy.isHeld(copy), Boolean::logicalOr));
        heldFor.remove(Counts.ALL);
        heldFor.forEach((domain, held) -> mail.merge(domain, one(held, familiar), Mail::and));
        Optional<JournalLine> held = copies.stream().filter(DecidedBy::isHeld).findFirst();
        mail.merge(Counts.ALL, one(held.isPresent(), familiar), Mail::and);
        held.stream()
                .flatMap(copy -> decidedBy.of(copy).stream())
                .forEach(finding -> decided.merge(finding, new Decided(1, familiar ? 1 : 0), Decided::and));
    }

    private static Mail one(boolean held, boolean familiar) {
        return new Mail(1, held ? 1 : 0, familiar ? 1 : 0);
    }
}
