/**
 * Measures Scora beside the filters that people know: how much they catch, how often they are wrong, what they cost, each
 * with the same mail and the same training, without the network. Sees core and the accuracy of {@code org.scora.fit}. No
 * part of the product; {@code make bench MAIL=LIST} runs it. Start at {@link org.scora.bench.Bench}.
 */
@NullMarked
package org.scora.bench;

import org.jspecify.annotations.NullMarked;
