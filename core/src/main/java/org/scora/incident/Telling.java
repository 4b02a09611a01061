package org.scora.incident;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to those concerned about each incident, once: to the operator, and to the administrators of each domain about its
 * own mail. What can not be queued is tried again.
 */
public final class Telling {
    private static final Logger LOGGER = LoggerFactory.getLogger(Telling.class);
    private static final int AT_ONCE = 100;
    private static final int MOST_DOMAINS = 50;

    private final Incidents incidents;
    private final ProtectedDomains domains;
    private final IncidentNotices notices;
    private final Outbox outbox;
    private final Optional<String> operator;

    /** @param operator the address of who runs the gateway */
    public Telling(
            Incidents incidents,
            ProtectedDomains domains,
            IncidentNotices notices,
            Outbox outbox,
            Optional<String> operator) {
        this.incidents = incidents;
        this.domains = domains;
        this.notices = notices;
        this.outbox = outbox;
        this.operator = operator;
    }

    /** Sends the mails that were not sent yet; returns about how many incidents. */
    public int tellAll() {
        List<Incident> untold = incidents.untold(AT_ONCE);
        untold.forEach(this::tell);
        return untold.size();
    }

    private void tell(Incident incident) {
        try {
            operator.ifPresent(address -> outbox.send(notices.toOperator(incident, address)));
            concerned(incident).forEach(domain -> outbox.send(notices.toAdministrators(incident, domain)));
            incidents.told(incident.id());
        } catch (UncheckedIOException e) {
            LOGGER.warn("the mail about incident {} can not be sent now; it is tried again", incident.id(), e);
        }
    }

    private List<ProtectedDomain> concerned(Incident incident) {
        Subject subject = incident.subject();
        Map<String, Long> mail = subject.isFinding() || subject.name().isEmpty()
                ? incident.facts().domains()
                : Map.of(subject.name(), 1L);
        return mail.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_DOMAINS)
                .flatMap(entry -> domains.find(entry.getKey()).stream())
                .filter(domain -> !domain.administrators().isEmpty())
                .toList();
    }
}
