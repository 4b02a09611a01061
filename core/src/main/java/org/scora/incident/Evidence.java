package org.scora.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.incident.IncidentFacts.Deleted;
import org.scora.incident.IncidentFacts.Example;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.message.Addresses;

/**
 * The messages behind a suspicion, read from the journal: what the finding decided and what would be held still. What is
 * explained by a finding that is advisory already speaks against no other one.
 */
final class Evidence {
    private static final int MOST_EXAMPLES = 10;
    private static final int MOST_NAMES = 1000;

    private final String finding;
    private final DecidedBy decidedBy;
    private final Instant window;
    private final Set<String> senders = new HashSet<>();
    private final Set<String> receipts = new HashSet<>();
    private final Map<String, Long> domains = new HashMap<>();
    private final List<JournalLine> familiarExamples = new ArrayList<>();
    private final List<JournalLine> otherExamples = new ArrayList<>();
    private Optional<Instant> moment = Optional.empty();
    private final DeletedMail deleted = new DeletedMail();
    private long decided;
    private long familiar;
    private long fromWrittenTo;

    /** @param window from when on familiar mail is counted */
    Evidence(String finding, DecidedBy decidedBy, Instant window) {
        this.finding = finding;
        this.decidedBy = decidedBy;
        this.window = window;
    }

    void add(JournalLine line) {
        if (DecidedBy.isHeld(line)
                && decidedBy.isUnexplained(line)
                && decidedBy.of(line).contains(finding)) {
            Addresses.domainOf(line.recipient())
                    .filter(domain -> domains.size() < MOST_NAMES || domains.containsKey(domain))
                    .ifPresent(domain -> domains.merge(domain, 1L, Long::sum));
            if (DeletedMail.is(line)) {
                deleted.add(line);
            }
            if (isNew(line)) {
                count(line);
            }
        }
    }

    // The lines of a message have the same time.
    private boolean isNew(JournalLine line) {
        if (moment.filter(line.receivedAt()::equals).isEmpty()) {
            moment = Optional.of(line.receivedAt());
            receipts.clear();
        }
        return receipts.add(line.receipt());
    }

    private void count(JournalLine line) {
        decided++;
        boolean known = DecidedBy.isFamiliar(line);
        List<JournalLine> examples = known ? familiarExamples : otherExamples;
        examples.add(line);
        if (examples.size() > MOST_EXAMPLES) {
            examples.remove(0);
        }
        if (known && !line.receivedAt().isBefore(window)) {
            familiar++;
            fromWrittenTo += DecidedBy.isFromWrittenTo(line) ? 1 : 0;
            if (senders.size() < MOST_NAMES) {
                senders.add(Senders.domainOf(line));
            }
        }
    }

    /** Of the mail of known senders since the window's begin. */
    long familiar() {
        return familiar;
    }

    /** How much of it is of senders to whom people here wrote. */
    long fromWrittenTo() {
        return fromWrittenTo;
    }

    /** From how many domains it came. */
    int familiarSenders() {
        return senders.size();
    }

    long decided() {
        return decided;
    }

    Optional<Deleted> deleted() {
        return deleted.all();
    }

    Map<String, Long> domains() {
        return domains;
    }

    /** Those of known senders first. */
    List<Example> examples(List<Opinion> wanted) {
        Set<List<String>> copies = new HashSet<>();
        wanted.forEach(opinion -> copies.add(List.of(opinion.receipt(), opinion.recipient())));
        List<JournalLine> lines = new ArrayList<>(familiarExamples);
        lines.addAll(otherExamples);
        return lines.stream()
                .limit(MOST_EXAMPLES)
                .map(line -> Example.of(line, copies.contains(List.of(line.receipt(), line.recipient()))))
                .toList();
    }

    List<String> exampleReceipts() {
        List<JournalLine> lines = new ArrayList<>(familiarExamples);
        lines.addAll(otherExamples);
        return lines.stream().map(JournalLine::receipt).distinct().toList();
    }
}
