/**
 * The statistical learner, and the ledger of what it was taught. Sees {@code message}. Start at {@link org.scora.learn.Learner};
 * {@link org.scora.learn.SiteModel} keeps it in step with {@link org.scora.learn.Ledger}; {@link org.scora.learn.Grams}
 * says what it looks at, {@link org.scora.learn.Snapshot} how it is kept.
 */
@NullMarked
package org.scora.learn;

import org.jspecify.annotations.NullMarked;
