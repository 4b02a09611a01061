/**
 * The server: James 3.8.1 assembled from the modules that a gateway needs, with Scora's core inside. No mailbox, no
 * IMAP, JMAP, POP or JMX. Start at {@link org.scora.server.GatewayServer}; the process starts at
 * {@link org.scora.server.Main}.
 */
@NullMarked
package org.scora.server;

import org.jspecify.annotations.NullMarked;
