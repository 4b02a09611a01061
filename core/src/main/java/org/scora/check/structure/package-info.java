/**
 * Questions about how a message is built. Sees {@code message}, {@code score} and {@code dns}. Start at {@link BrokenStructure}.
 */
@NullMarked
package org.scora.check.structure;

import org.jspecify.annotations.NullMarked;
