/**
 * What would have become of the mail of the past if something were set otherwise: reckoned from what the journal recorded,
 * by the code that decides. Sees {@code journal}, {@code score}, {@code policy}, {@code domain}, {@code message} and
 * {@code setting}. Start at {@link org.scora.replay.Trials}.
 */
@NullMarked
package org.scora.replay;

import org.jspecify.annotations.NullMarked;
