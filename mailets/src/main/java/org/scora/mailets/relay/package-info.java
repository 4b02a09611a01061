/**
 * Delivery to the recipients' own mail servers: the queue in between, attempts, retries, and what is returned. Sees core's {@code domain}, {@code journal}, {@code seal} and {@code policy}. Start at {@link org.scora.mailets.relay.Relay}.
 */
@NullMarked
package org.scora.mailets.relay;

import org.jspecify.annotations.NullMarked;
