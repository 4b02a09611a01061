/**
 * Questions about where a message's links lead. Sees {@code message}, {@code score}, {@code dns} and the data of
 * {@code check.known}. Start at {@link LinkMismatch}.
 */
@NullMarked
package org.scora.check.link;

import org.jspecify.annotations.NullMarked;
