/**
 * What happened to every message and recipient, and the counts made from it. Sees {@code score}, {@code message}, {@code domain} and {@code policy}. Start at {@link org.scora.journal.Journal};
 * {@link org.scora.journal.Totals} are what reports are made of, {@link org.scora.journal.Upkeep} sums up and clears away,
 * {@link org.scora.journal.Tracing} finds a message.
 */
@NullMarked
package org.scora.journal;

import org.jspecify.annotations.NullMarked;
