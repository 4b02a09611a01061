/**
 * The seal on what this gateway relays, by which a domain's own server, and whoever looks at a mail later, tells what came through the gateway from what went around it. Sees {@code message} and {@code people}. Start at {@link org.scora.seal.Seals}.
 */
@NullMarked
package org.scora.seal;

import org.jspecify.annotations.NullMarked;
