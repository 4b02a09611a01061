package org.scora.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why an incident was opened.
 *
 * @param sentence what happened, for people
 * @param measures numbers, usual and now
 * @param domains how many messages of each domain are concerned; a bounded number of domains
 * @param examples some messages
 */
public record IncidentFacts(
        String sentence, List<Measure> measures, Map<String, Long> domains, List<Example> examples) {

    public IncidentFacts {
        measures = List.copyOf(measures);
        domains = Map.copyOf(domains);
        examples = List.copyOf(examples);
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
            boolean wanted) {}
}
