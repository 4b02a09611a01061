/**
 * A user's own quarantine: what is held, why, how it looks, and what can be done with it. Sees {@code visit} and core. Start
 * at {@link org.scora.console.web.held.HeldPages}.
 */
@NullMarked
package org.scora.console.web.held;

import org.jspecify.annotations.NullMarked;
