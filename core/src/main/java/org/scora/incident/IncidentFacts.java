package org.scora.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.journal.JournalLine;

/**
 * Why an incident was opened.
 *
 * @param sentence what happened, for people
 * @param measures numbers, usual and now
 * @param domains how many messages of each domain are concerned; a bounded number of domains
 * @param examples some messages
 * @param deleted mail that was deleted because of it and can not be given back; empty for none
 */
public record IncidentFacts(
        String sentence,
        List<Measure> measures,
        Map<String, Long> domains,
        List<Example> examples,
        Optional<Deleted> deleted) {

    public IncidentFacts {
        measures = List.copyOf(measures);
        domains = Map.copyOf(domains);
        examples = List.copyOf(examples);
    }

    public IncidentFacts(String sentence, List<Measure> measures, Map<String, Long> domains, List<Example> examples) {
        this(sentence, measures, domains, examples, Optional.empty());
    }

    /**
     * What is lost.
     *
     * @param copies how many, one for each recipient
     * @param newest some of them
     */
    public record Deleted(long copies, List<Example> newest) {
        public Deleted {
            newest = List.copyOf(newest);
        }
    }

    /** A number, in words. */
    public record Measure(String what, String usual, String now) {}

    /**
     * A message that is concerned.
     *
     * @param score log10 odds
     * @param wanted whether somebody said that it should not have been held
     */
    public record Example(
            String receipt,
            Instant receivedAt,
            String recipient,
            Optional<String> sender,
            String subject,
            double score,
            boolean wanted) {

        static Example of(JournalLine line, boolean wanted) {
            return new Example(
                    line.receipt(),
                    line.receivedAt(),
                    line.recipient(),
                    line.sender(),
                    line.subject(),
                    line.score(),
                    wanted);
        }
    }
}
