/**
 * Makes what the score knows from labelled mail: the weights of findings and the learner's seed model, and says how
 * accurate they are on mail that was left out. Sees core alone. Start at {@link org.scora.fit.FitCommand}.
 */
@NullMarked
package org.scora.fit;

import org.jspecify.annotations.NullMarked;
