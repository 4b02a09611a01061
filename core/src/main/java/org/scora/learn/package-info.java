/**
 * The statistical learner, and the ledger of what it was taught. Sees {@code message} and {@code dns}. Start at {@link
 * org.scora.learn.Learner}; {@link org.scora.learn.View} says what it looks at, {@link
 * org.scora.learn.Snapshot} how it is kept; {@link org.scora.learn.SiteModel} keeps it in step with {@link
 * org.scora.learn.Ledger}.
 */
@NullMarked
package org.scora.learn;

import org.jspecify.annotations.NullMarked;
