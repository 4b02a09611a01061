/**
 * What checks know of the world by name, from data files among the resources: brands and their domains, hosts that anyone
 * may use. Sees {@code dns} and {@code score}. Start at {@link org.scora.check.known.Brands}.
 */
@NullMarked
package org.scora.check.known;

import org.jspecify.annotations.NullMarked;
