/**
 * Questions about a message's headers. Sees {@code message}, {@code score} and {@code dns}. Start at {@link DateSanity}.
 */
@NullMarked
package org.scora.check.header;

import org.jspecify.annotations.NullMarked;
