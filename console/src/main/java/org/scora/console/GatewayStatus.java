package org.scora.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.policy.Disposition;

/**
 * The state of this gateway in numbers; nothing of any message is in it.
 *
 * @param hostname the gateway's own name
 * @param runningSince when the server started
 * @param readAt when the numbers were read
 * @param counts empty when the store can not be reached
 * @param waiting messages in the queue; empty when that can not be told
 */
public record GatewayStatus(
        String hostname,
        String version,
        Instant runningSince,
        Instant readAt,
        Optional<Counts> counts,
        Optional<Long> waiting,
        List<HealthLine> health) {

    /**
     * What the store counts.
     *
     * @param activeDomains whose mail is taken
     * @param otherDomains pending and suspended ones
     * @param today message copies since midnight, one for each recipient, by what was decided
     * @param held messages in quarantine
     */
    public record Counts(int activeDomains, int otherDomains, Map<Disposition, Long> today, long held) {
        public Counts {
            today = Map.copyOf(today);
        }

        public long today(Disposition disposition) {
            return today.getOrDefault(disposition, 0L);
        }
    }

    public GatewayStatus {
        health = List.copyOf(health);
    }

    /** Whether everything that the gateway needs works. */
    public boolean healthy() {
        return counts.isPresent() && health.stream().allMatch(HealthLine::working);
    }
}
