/**
 * Questions about the words of a message. Sees {@code message}, {@code score}, {@code dns} and the data of
 * {@code check.known}. Start at {@link FraudWords}.
 */
@NullMarked
package org.scora.check.text;

import org.jspecify.annotations.NullMarked;
