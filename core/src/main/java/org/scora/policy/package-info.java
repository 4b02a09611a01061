/**
 * What a verdict means for one recipient: allow and block lists, sensitivities, dispositions. Sees {@code score}, {@code message}, {@code domain} and {@code setting}. Start at {@link org.scora.policy.Decider}.
 */
@NullMarked
package org.scora.policy;

import org.jspecify.annotations.NullMarked;
