package org.scora.incident;

import java.time.Instant;
import java.util.List;
import org.scora.incident.IncidentFacts.Measure;

/**
 * Something that is out of its usual band now.
 *
 * @param since from when on the evidence is
 * @param sentence what happened, for people
 */
record Suspicion(Subject subject, Instant since, String sentence, List<Measure> measures) {}
