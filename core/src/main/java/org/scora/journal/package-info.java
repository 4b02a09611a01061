/**
 * What happened to every message and recipient, and the counts made from it. Sees {@code score}, {@code message}, {@code domain} and {@code policy}. Start at {@link org.scora.journal.Journal}.
 */
@NullMarked
package org.scora.journal;

import org.jspecify.annotations.NullMarked;
