package org.scora.report.contents;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Totals.Scope;
import org.scora.message.Addresses;

/**
 * What people said about the mail of a period, until now.
 *
 * @param wanted copies of which somebody said that they should not have been held, by when that was said last
 * @param unwanted copies that somebody reported
 * @param complete false when there was more than could be read
 */
record Said(Map<JournalLine, Instant> wanted, List<JournalLine> unwanted, boolean complete) {
    private static final int OPINIONS_AT_MOST = 50_000;
    private static final int MESSAGES_AT_MOST = 5000;

    private record Copy(String receipt, String recipient) {}

    static Said about(Scope scope, Sources sources) {
        List<Opinion> all = sources.opinions().since(scope.from(), OPINIONS_AT_MOST);
        Map<Copy, Opinion> latest = new LinkedHashMap<>();
        all.stream()
                .filter(opinion -> isOf(scope.domain(), opinion.recipient()))
                .forEach(opinion -> latest.merge(
                        new Copy(opinion.receipt(), opinion.recipient()),
                        opinion,
                        (one, other) -> one.at().isBefore(other.at()) ? other : one));
        List<String> receipts =
                latest.keySet().stream().map(Copy::receipt).distinct().toList();
        Map<Copy, JournalLine> lines = lines(receipts, scope, sources);
        Map<JournalLine, Instant> wanted = new HashMap<>();
        latest.forEach((copy, opinion) -> Optional.ofNullable(lines.get(copy))
                .filter(line -> opinion.kind().speaksForIt())
                .ifPresent(line -> wanted.put(line, opinion.at())));
        List<JournalLine> unwanted = latest.entrySet().stream()
                .filter(said -> !said.getValue().kind().speaksForIt())
                .flatMap(said -> Optional.ofNullable(lines.get(said.getKey())).stream())
                .toList();
        return new Said(wanted, unwanted, all.size() < OPINIONS_AT_MOST && receipts.size() <= MESSAGES_AT_MOST);
    }

    private static boolean isOf(Optional<String> domain, String recipient) {
        return domain.isEmpty() || domain.equals(Addresses.domainOf(recipient));
    }

    private static Map<Copy, JournalLine> lines(Collection<String> receipts, Scope scope, Sources sources) {
        Map<Copy, JournalLine> lines = new HashMap<>();
        receipts.stream()
                .limit(MESSAGES_AT_MOST)
                .flatMap(receipt -> sources.journal().byReceipt(receipt).stream())
                .filter(line -> !line.receivedAt().isBefore(scope.from())
                        && line.receivedAt().isBefore(scope.until()))
                .forEach(line -> lines.put(new Copy(line.receipt(), line.recipient()), line));
        return lines;
    }
}
