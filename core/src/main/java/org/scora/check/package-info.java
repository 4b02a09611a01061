/**
 * The questions asked about a message, one class each in the packages below, and the scorer that asks them under one deadline.
 * Sees {@code message}, {@code score}, {@code dns}, {@code learn} and {@code setting}. Start at {@link org.scora.check.Check};
 * {@link org.scora.check.ShippedChecks} lists those that there are.
 */
@NullMarked
package org.scora.check;

import org.jspecify.annotations.NullMarked;
