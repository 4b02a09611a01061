/**
 * Questions about the words of a message. Sees {@code message}, {@code score} and {@code dns}. Start at {@link Gtube}.
 */
@NullMarked
package org.scora.check.text;

import org.jspecify.annotations.NullMarked;
