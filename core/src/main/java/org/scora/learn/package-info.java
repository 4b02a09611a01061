/**
 * The statistical learner. Sees {@code message} and {@code score}. Start at {@link org.scora.learn.Learner}.
 */
@NullMarked
package org.scora.learn;

import org.jspecify.annotations.NullMarked;
