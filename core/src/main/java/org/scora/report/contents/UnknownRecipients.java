package org.scora.report.contents;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Totals;
import org.scora.journal.Totals.Scope;
import org.scora.message.Addresses;

/** Counts to which addresses mail was refused since nobody has them. */
final class UnknownRecipients {
    private static final int READ = 5000;
    private static final int SENDERS_KNOWN = 1000;
    // RFC 3463 section 3.2: bad destination mailbox address.
    private static final String UNKNOWN_MAILBOX = "5.1.1";

    private UnknownRecipients() {}

    static List<Tried> of(Lines lines, Totals totals, Scope scope, int most) {
        List<JournalLine> refused = lines.in(Set.of(Outcome.REFUSED), READ).stream()
                .filter(line -> line.detail().contains(UNKNOWN_MAILBOX)
                        && !line.recipient().isEmpty())
                .toList();
        Set<String> known = refused.isEmpty() ? Set.of() : known(totals, scope);
        Map<String, Counting> byRecipient = new HashMap<>();
        refused.forEach(line -> byRecipient
                .computeIfAbsent(line.recipient(), unused -> new Counting())
                .add(line, known));
        return byRecipient.entrySet().stream()
                .map(entry -> entry.getValue().tried(entry.getKey()))
                .sorted(Comparator.comparing(Tried::known)
                        .thenComparing(Tried::times)
                        .reversed()
                        .thenComparing(Tried::recipient))
                .limit(most)
                .toList();
    }

    // Domains that prove who they are, and of whose mail most is delivered.
    private static Set<String> known(Totals totals, Scope scope) {
        return totals.sources(scope, SENDERS_KNOWN).stream()
                .filter(source -> source.proven() > 0 && source.copies() > 2 * source.kept())
                .map(Totals.Source::senderDomain)
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toSet());
    }

    /** An address that is being counted. */
    private static final class Counting {
        private final Set<String> senders = new HashSet<>();
        private long times;
        private long known;

        void add(JournalLine line, Set<String> knownDomains) {
            String domain = line.sender().flatMap(Addresses::domainOf).orElse("");
            times++;
            senders.add(domain);
            known += knownDomains.contains(domain) ? 1 : 0;
        }

        Tried tried(String recipient) {
            return new Tried(recipient, times, senders.size(), known);
        }
    }
}
