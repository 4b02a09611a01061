/**
 * What people say about messages that they got: forwarded to the gateway's addresses for that, or as reports of mail programs
 * (RFC 5965). Sees {@code message}, {@code people}, {@code domain}, {@code journal}, {@code learn}, {@code policy},
 * {@code quarantine}, {@code score}, {@code seal} and {@code report}. Start at {@link org.scora.feedback.Feedback}.
 */
@NullMarked
package org.scora.feedback;

import org.jspecify.annotations.NullMarked;
