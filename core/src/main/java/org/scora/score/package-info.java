/**
 * Findings, their weights, and the verdict that they add up to. The unit is log10 odds that the message is unwanted. Sees {@code message} and {@code setting}. Start at {@link org.scora.score.Verdict}.
 */
@NullMarked
package org.scora.score;

import org.jspecify.annotations.NullMarked;
