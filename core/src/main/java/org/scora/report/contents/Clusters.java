package org.scora.report.contents;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.scora.journal.JournalLine;
import org.scora.message.Addresses;

/**
 * Puts unwanted messages together that are alike: the same subject but for digits, marks and what stands in front of
 * replies, or, where there is no subject of any length, the same finding. Simple on purpose: what is put together can be seen to
 * belong together.
 */
final class Clusters {
    private static final int SUBJECT_READ = 200;
    private static final int SHORTEST = 4;
    private static final int KEY = 40;
    private static final int LEAST = 2;
    private static final int MOST_NAMES = 1000;
    private static final Pattern REPLY = Pattern.compile("^((re|fwd?|aw|wg)\\s*:\\s*)+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private Clusters() {}

    /** @param lines the newest first */
    static List<Cluster> of(List<JournalLine> lines, int most) {
        Map<String, Growing> byKey = new LinkedHashMap<>();
        lines.forEach(line ->
                byKey.computeIfAbsent(key(line), unused -> new Growing(line)).add(line));
        return byKey.values().stream()
                .filter(growing -> growing.copies >= LEAST)
                .map(Growing::cluster)
                // The newest kinds are asked for: those that began last, and of these the largest.
                .sorted(Comparator.comparing(Cluster::copies).reversed())
                .limit(3L * most)
                .sorted(Comparator.comparing(Cluster::first).reversed())
                .limit(most)
                .toList();
    }

    static String key(JournalLine line) {
        String subject = line.subject()
                .substring(0, Math.min(SUBJECT_READ, line.subject().length()));
        String plain = REPLY.matcher(
                        Normalizer.normalize(subject, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceFirst("");
        String letters = NOT_LETTERS.matcher(plain).replaceAll(" ").strip();
        return letters.length() < SHORTEST
                ? "finding " + finding(line) + " " + senderDomain(line)
                : "subject " + letters.substring(0, Math.min(KEY, letters.length()));
    }

    private static String finding(JournalLine line) {
        return line.findings().stream().findFirst().orElse("");
    }

    private static String senderDomain(JournalLine line) {
        return line.sender().flatMap(Addresses::domainOf).orElse("");
    }

    /** A cluster that is being filled. */
    private static final class Growing {
        private final JournalLine newest;
        private final Set<String> senders = new HashSet<>();
        private final Set<String> recipients = new HashSet<>();
        private Instant first;
        private long copies;

        Growing(JournalLine newest) {
            this.newest = newest;
            this.first = newest.receivedAt();
        }

        void add(JournalLine line) {
            copies++;
            first = line.receivedAt().isBefore(first) ? line.receivedAt() : first;
            addBounded(senders, senderDomain(line));
            addBounded(recipients, line.recipient());
        }

        private static void addBounded(Set<String> names, String name) {
            if (names.size() < MOST_NAMES) {
                names.add(name);
            }
        }

        Cluster cluster() {
            return new Cluster(
                    newest.subject(),
                    senderDomain(newest),
                    finding(newest),
                    copies,
                    senders.size(),
                    recipients.size(),
                    first);
        }
    }
}
