package org.scora.console;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scora.console.GatewayStatus.Counts;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.journal.Journal;
import org.scora.policy.Disposition;
import org.scora.quarantine.Quarantine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the state together from the stores. "Today" begins at midnight in the clock's zone. */
public final class CountedStatus implements StatusSource {
    private static final Logger LOGGER = LoggerFactory.getLogger(CountedStatus.class);

    private final Identity identity;
    private final ProtectedDomains domains;
    private final Journal journal;
    private final Quarantine quarantine;
    private final Surroundings surroundings;
    private final Clock clock;

    /**
     * Which server this is.
     *
     * @param hostname the gateway's own name
     * @param runningSince when it started
     */
    public record Identity(String hostname, String version, Instant runningSince) {}

    /**
     * What the server around us can tell. Both may throw, and then count as unknown and as not working.
     *
     * @param waiting how many messages are in the queue; empty when the queue can not be counted
     * @param health what else the gateway needs, beside the store
     */
    public record Surroundings(Supplier<Optional<Long>> waiting, Supplier<List<HealthLine>> health) {

        /** For a server that tells nothing. */
        public static Surroundings silent() {
            return new Surroundings(Optional::empty, List::of);
        }
    }

    public CountedStatus(
            Identity identity,
            ProtectedDomains domains,
            Journal journal,
            Quarantine quarantine,
            Surroundings surroundings,
            Clock clock) {
        this.identity = identity;
        this.domains = domains;
        this.journal = journal;
        this.quarantine = quarantine;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Override
    public GatewayStatus read() {
        Optional<Counts> counts = counts();
        return new GatewayStatus(
                identity.hostname(),
                identity.version(),
                identity.runningSince(),
                clock.instant(),
                counts,
                waiting(),
                health(counts.isPresent()));
    }

    private Optional<Counts> counts() {
        try {
            List<ProtectedDomain> all = domains.all();
            int active = (int) all.stream()
                    .filter(domain -> domain.state() == DomainState.ACTIVE)
                    .count();
            return Optional.of(new Counts(active, all.size() - active, today(), quarantine.count()));
        } catch (UncheckedIOException e) {
            LOGGER.warn("The status can not be counted", e);
            return Optional.empty();
        }
    }

    private Map<Disposition, Long> today() {
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        Instant now = clock.instant().plusSeconds(1);
        Map<Disposition, Long> today = new EnumMap<>(Disposition.class);
        journal.counts(midnight, now)
                .forEach(counted -> today.merge(counted.disposition(), counted.count(), Long::sum));
        return today;
    }

    private Optional<Long> waiting() {
        try {
            return surroundings.waiting().get();
        } catch (RuntimeException e) {
            LOGGER.warn("The queue can not be counted", e);
            return Optional.empty();
        }
    }

    private List<HealthLine> health(boolean storeWorks) {
        List<HealthLine> lines = new ArrayList<>();
        lines.add(new HealthLine("Database", storeWorks, storeWorks ? "answers" : "can not be reached"));
        try {
            lines.addAll(surroundings.health().get());
        } catch (RuntimeException e) {
            LOGGER.warn("The server's health can not be read", e);
            lines.add(new HealthLine("Server", false, "its health can not be read; see the log"));
        }
        return lines;
    }
}
