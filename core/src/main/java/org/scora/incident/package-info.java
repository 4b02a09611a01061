/**
 * Guards against filters that go wrong: counts what is held and by which finding, notices what leaves its usual band, makes
 * a finding that holds wanted mail advisory, tells those concerned, and undoes what it did. Sees {@code journal},
 * {@code replay}, {@code quarantine}, {@code score}, {@code policy}, {@code domain}, {@code people}, {@code message} and
 * {@code setting}. Start at {@link org.scora.incident.Breaker}; {@link org.scora.incident.FindingWatch} says what trips it.
 */
@NullMarked
package org.scora.incident;

import org.jspecify.annotations.NullMarked;
