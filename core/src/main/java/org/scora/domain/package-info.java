/**
 * Protected domains: state, route, mailboxes, aliases, exempt recipients, profiles, and who may be written to. Sees {@code message}, {@code dns} and {@code setting}. Start at {@link org.scora.domain.ProtectedDomains}.
 */
@NullMarked
package org.scora.domain;

import org.jspecify.annotations.NullMarked;
