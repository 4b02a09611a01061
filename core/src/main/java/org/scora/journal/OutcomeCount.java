package org.scora.journal;

import org.scora.policy.Disposition;

/** A number of journal lines that ended alike. */
public record OutcomeCount(Disposition disposition, Outcome outcome, long count) {}
