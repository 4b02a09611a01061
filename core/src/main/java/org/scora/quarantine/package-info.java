/**
 * Held messages: index, content, release. Sees {@code score}, {@code message} and {@code policy}. Start at {@link org.scora.quarantine.Quarantine}.
 */
@NullMarked
package org.scora.quarantine;

import org.jspecify.annotations.NullMarked;
