/**
 * What is proven about the sender: SPF, DKIM, DMARC and ARC. Sees {@code message}, {@code score} and {@code dns}. Start at {@link SenderAuthentication}.
 */
@NullMarked
package org.scora.check.auth;

import org.jspecify.annotations.NullMarked;
