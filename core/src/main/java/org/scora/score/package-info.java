/**
 * Findings, their weights, and the verdict that they add up to. The unit is log10 odds that the message is unwanted. What
 * findings weigh stands in {@code weights.tsv}, {@code composites.tsv} and {@code groups.tsv} among the resources; a site's
 * own {@code conf/findings.tsv} changes it. Sees {@code message} and
 * {@code setting}. Start at {@link org.scora.score.Verdict}; {@link org.scora.score.Weights} makes it.
 */
@NullMarked
package org.scora.score;

import org.jspecify.annotations.NullMarked;
