/**
 * Tests of the whole gateway, from the archive that was built, in a process of its own, through SMTP, commands and a real
 * receiving server. Start at {@link org.scora.e2e.GatewayIT}.
 */
@NullMarked
package org.scora.e2e;

import org.jspecify.annotations.NullMarked;
