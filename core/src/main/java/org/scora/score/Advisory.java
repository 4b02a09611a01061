package org.scora.score;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A finding that weighs nothing for now, since it is taken for broken. It is still looked for and shown.
 *
 * @param since from when on
 * @param incident the number of the incident that tells why
 */
public record Advisory(String finding, Instant since, long incident) {
    /** The group in which such findings stand in a verdict. */
    static final String GROUP = "advisory";

    Weight of(Weight weight) {
        return new Weight(weight.name(), 0, GROUP, weight.category(), weight.sentence() + " (" + note() + ")");
    }

    /** What is said beside the finding wherever it is shown. */
    public String note() {
        return "advisory since " + since.truncatedTo(ChronoUnit.MINUTES) + ", incident " + incident
                + ": it weighs nothing";
    }

    boolean concerns(Composite composite) {
        return composite.name().equals(finding) || composite.made().contains(finding);
    }

    /** Whether a finding of a verdict was advisory. */
    static boolean is(WeighedFinding weighed) {
        return weighed.weight().group().equals(GROUP);
    }
}
