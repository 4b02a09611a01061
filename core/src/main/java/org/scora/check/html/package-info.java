/**
 * Questions about a message's HTML. Sees {@code message}, {@code score}, {@code dns} and the data of
 * {@code check.known}. Start at {@link HiddenText}.
 */
@NullMarked
package org.scora.check.html;

import org.jspecify.annotations.NullMarked;
