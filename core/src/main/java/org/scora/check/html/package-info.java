/**
 * Questions about a message's HTML. Sees {@code message}, {@code score} and {@code dns}. Start at {@link HiddenText}.
 */
@NullMarked
package org.scora.check.html;

import org.jspecify.annotations.NullMarked;
