/**
 * Who has earned trust, and what is done while a client waits: known correspondents, greylisting of those of whom nothing
 * good is known, and a bound for work at the door. Sees {@code message}, {@code score}, {@code check}, {@code dns},
 * {@code domain}, {@code policy} and {@code setting}. Start at {@link org.scora.trust.Correspondents} and
 * {@link org.scora.trust.Greylisting}.
 */
@NullMarked
package org.scora.trust;

import org.jspecify.annotations.NullMarked;
