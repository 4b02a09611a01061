package org.scora.server;

import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.scora.console.HealthLine;
import org.scora.incident.Incident;
import org.scora.incident.Incidents;

/** Tells in the status what is out of its usual band. The gateway works, but the operator should know. */
final class IncidentLines {
    private static final int MOST = 5;

    private IncidentLines() {}

    static Stream<HealthLine> of(Incidents incidents) {
        try {
            return incidents.list(true, MOST).stream().map(IncidentLines::line);
        } catch (UncheckedIOException e) {
            // That the database can not be reached is told in a line of its own.
            return Stream.empty();
        }
    }

    private static HealthLine line(Incident incident) {
        return HealthLine.warning(
                "Incident " + incident.id(),
                incident.facts().sentence() + ". See: scora incident show " + incident.id());
    }
}
