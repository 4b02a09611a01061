/**
 * The only package that speaks SQL. Implements the stores that the other packages declare, on H2 and PostgreSQL with one schema. Sees {@code message}, {@code learn},
 * {@code score}, {@code domain}, {@code policy}, {@code quarantine}, {@code incident}, {@code journal}, {@code people}, {@code trust}, {@code audit}, {@code checkup} and {@code setting}. Start at {@link org.scora.storage.Database}.
 */
@NullMarked
package org.scora.storage;

import org.jspecify.annotations.NullMarked;
