/**
 * Pages for a browser, on an address and a port of their own: the web server, one page that says how the gateway is, and
 * behind it the sections for people who prove who they are, in {@code link} and {@code held}. Sees these, {@code visit},
 * core and {@link org.scora.console.GatewayStatus}. Start at {@link org.scora.console.web.WebConsole}.
 */
@NullMarked
package org.scora.console.web;

import org.jspecify.annotations.NullMarked;
