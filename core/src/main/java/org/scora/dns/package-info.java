/**
 * Asking the DNS, and what can be told from a name alone. The one way in which Scora looks anything up, so that tests and the
 * demonstration can answer from a zone file. Sees nothing of Scora but {@code setting}. Start at {@link org.scora.dns.Dns};
 * {@link org.scora.dns.DnsjavaDns} asks the network, {@link org.scora.dns.ZoneFileDns} a file.
 */
@NullMarked
package org.scora.dns;

import org.jspecify.annotations.NullMarked;
