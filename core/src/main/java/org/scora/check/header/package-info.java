/**
 * Questions about a message's headers. Sees {@code message}, {@code score}, {@code dns} and the data of
 * {@code check.known}. Start at {@link DateSanity}.
 */
@NullMarked
package org.scora.check.header;

import org.jspecify.annotations.NullMarked;
