/**
 * Held messages as mail repositories of James. Sees core's {@code quarantine}. Start at {@link org.scora.mailets.repository.QuarantineRepository}.
 */
@NullMarked
package org.scora.mailets.repository;

import org.jspecify.annotations.NullMarked;
