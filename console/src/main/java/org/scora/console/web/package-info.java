/**
 * Pages for a browser, on an address and a port of their own. For now one that says how the gateway is; nothing of any
 * message is shown, since there is no login. Sees core and {@link org.scora.console.GatewayStatus}. Start at
 * {@link org.scora.console.web.WebConsole}.
 */
@NullMarked
package org.scora.console.web;

import org.jspecify.annotations.NullMarked;
