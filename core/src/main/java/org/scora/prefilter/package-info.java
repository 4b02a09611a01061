/**
 * What is refused before it is taken: clients on block lists, senders that do not exist, false names, harvesters and
 * hurry; how a refusal is worded, counted and written into the journal. Sees {@code check}, {@code dns}, {@code domain},
 * {@code journal}, {@code message}, {@code policy}, {@code score} and {@code setting}. Start at
 * {@link org.scora.prefilter.PreFilters}; {@link org.scora.prefilter.Refusals} is where every refusal ends.
 */
@NullMarked
package org.scora.prefilter;

import org.jspecify.annotations.NullMarked;
