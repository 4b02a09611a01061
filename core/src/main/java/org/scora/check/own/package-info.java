/**
 * What a site looks for itself, as a check. Sees {@code message}, {@code score} and {@code dns}. Start at {@link OwnFindings}.
 */
@NullMarked
package org.scora.check.own;

import org.jspecify.annotations.NullMarked;
