/**
 * What is proven about the sender: SPF, DKIM, DMARC and ARC. Sees {@code message}, {@code score}, {@code dns} and {@code setting}. Start at {@link SenderAuthentication}.
 */
@NullMarked
package org.scora.check.auth;

import org.jspecify.annotations.NullMarked;
