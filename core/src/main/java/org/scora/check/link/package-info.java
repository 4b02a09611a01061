/**
 * Questions about where a message's links lead. Sees {@code message}, {@code score} and {@code dns}. Start at {@link LinkMismatch}.
 */
@NullMarked
package org.scora.check.link;

import org.jspecify.annotations.NullMarked;
