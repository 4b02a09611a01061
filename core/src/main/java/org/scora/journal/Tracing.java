package org.scora.journal;

import static java.util.stream.Collectors.groupingBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scora.message.Addresses;
import org.scora.score.Weights;

/** Answers where a message is. */
public final class Tracing {
    private final Traces traces;
    private final Journal journal;
    private final Opinions opinions;
    private final Supplier<Weights> weights;

    /** @param weights as of now, by which is told what made the difference */
    public Tracing(Traces traces, Journal journal, Opinions opinions, Supplier<Weights> weights) {
        this.traces = traces;
        this.journal = journal;
        this.opinions = opinions;
        this.weights = weights;
    }

    public Trace find(TraceQuery query, ZoneId zone) {
        List<JournalLine> lines = traces.find(query);
        Map<String, List<Opinion>> said =
                opinions
                        .about(lines.stream()
                                .map(JournalLine::receipt)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(groupingBy(Opinion::receipt));
        Way way = new Way(weights.get(), zone);
        List<Trace.Copy> copies = lines.stream()
                .map(line -> new Trace.Copy(line, way.of(line, said.getOrDefault(line.receipt(), List.of()))))
                .toList();
        return new Trace(query.from(), query.until(), copies, lines.size() >= query.limit(), refused(query));
    }

    private List<Trace.Refused> refused(TraceQuery query) {
        if (query.receipt().isPresent()) {
            return List.of();
        }
        Optional<String> domain =
                query.recipient().map(text -> Addresses.domainOf(text).orElse(text));
        return domain.stream()
                .flatMap(name -> journal.refused(name, query.from(), query.until()).stream())
                .map(count -> new Trace.Refused(
                        domain, count.reason().name(), count.reason().words(), count.count()))
                .toList();
    }
}
