/**
 * What block and allow lists in the DNS say (RFC 5782) of who connected, of the servers that a message came through, and of the
 * domains in it. Which lists are asked stands in {@code conf/dnslists.tsv}. Sees {@code message}, {@code score}, {@code dns}
 * and {@code setting}. Start at {@link DnsLists}; {@link DnsListsFile} reads the configuration.
 */
@NullMarked
package org.scora.check.dnslist;

import org.jspecify.annotations.NullMarked;
