/**
 * Asking the DNS. The one way in which Scora looks anything up, so that tests and the demonstration can answer from a zone file. Sees nothing of Scora but {@code setting}. Start at {@link org.scora.dns.Dns}.
 */
@NullMarked
package org.scora.dns;

import org.jspecify.annotations.NullMarked;
