/**
 * How people get in. {@code command} is what an operator types, {@code admin} the local API that those commands talk to,
 * {@code web} the page that a browser shows. Here stands what they share: the gateway's state in numbers. Sees core and
 * James' webadmin; never matchers or mailets. Start at {@link org.scora.console.GatewayStatus}.
 */
@NullMarked
package org.scora.console;

import org.jspecify.annotations.NullMarked;
