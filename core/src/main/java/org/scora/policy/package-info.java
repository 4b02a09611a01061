/**
 * What a verdict means for one recipient: allow and block lists, sensitivities, dispositions. Sees {@code score}, {@code message} and {@code domain}. Start at {@link org.scora.policy.Decider}.
 */
@NullMarked
package org.scora.policy;

import org.jspecify.annotations.NullMarked;
