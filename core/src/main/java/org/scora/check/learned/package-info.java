/**
 * The learner's opinion as a check. Sees {@code message}, {@code score}, {@code learn} and {@code dns}. Start at {@link LearnedOpinion}.
 */
@NullMarked
package org.scora.check.learned;

import org.jspecify.annotations.NullMarked;
