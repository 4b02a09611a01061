/**
 * The statistical learner. Sees {@code message} and {@code dns}. Start at {@link org.scora.learn.Learner}; {@link
 * org.scora.learn.Grams} and {@link org.scora.learn.Traits} say what it looks at, {@link org.scora.learn.Snapshot} how it
 * is kept.
 */
@NullMarked
package org.scora.learn;

import org.jspecify.annotations.NullMarked;
