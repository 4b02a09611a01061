package org.scora.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.incident.IncidentFacts.Measure;

/**
 * A finding that seems to be broken.
 *
 * @param points its weight
 * @param familiar of the mail of senders who are known here, what it decided to hold
 * @param released of what it decided to hold, what people wanted
 * @param firstWanted when the first of it came
 */
record FindingSuspicion(
        String finding, double points, Criterion familiar, Criterion released, Optional<Instant> firstWanted) {

    /** A share against its usual band, and whether that is enough to suspect the finding. */
    record Criterion(boolean met, Share share, Band band) {}

    long strength() {
        return (familiar.met() ? familiar.share().part() : 0)
                + (released.met() ? released.share().part() : 0);
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure(
                "of the mail of known senders, held by this finding alone, in " + FindingJudge.WINDOW.toHours()
                        + " hours",
                familiar.band().words(),
                familiar.share().words()));
        measures.add(new Measure(
                "of what it held, released, allowed or taught as wanted, in " + FindingJudge.RELEASES.toHours()
                        + " hours",
                released.band().words(),
                released.share().words()));
        return measures;
    }
}
