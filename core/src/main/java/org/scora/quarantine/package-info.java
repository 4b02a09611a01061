/**
 * Held messages: index, content, release, expiry. Sees {@code score}, {@code message}, {@code policy}, {@code domain},
 * {@code people}, {@code journal}, {@code learn}, {@code setting}, {@code check} and {@code dns}. Start at {@link org.scora.quarantine.Quarantine}.
 */
@NullMarked
package org.scora.quarantine;

import org.jspecify.annotations.NullMarked;
