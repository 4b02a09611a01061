package org.scora.check.dnslist;

import java.util.List;

/**
 * A block or allow list in the DNS (RFC 5782).
 *
 * @param zone its name, without a trailing dot
 * @param listed what has to be on it, so that it is known to work: an address, or a domain
 * @param lines what its answers mean
 */
public record DnsList(String zone, String listed, List<ListLine> lines) {
    /** Section 5. */
    static final String LISTED_ADDRESS = "127.0.0.2";

    static final String LISTED_NAME = "TEST";
    private static final String FREE_ADDRESS = "127.0.0.1";
    private static final String FREE_NAME = "INVALID";

    public DnsList {
        lines = List.copyOf(lines);
    }

    boolean isOfAddresses() {
        return lines.get(0).asks().stream().allMatch(Subject::isAddress);
    }

    boolean asks(Subject subject) {
        return lines.stream().anyMatch(line -> line.asks().contains(subject));
    }

    /** What has to be absent (section 5). */
    String free() {
        return isOfAddresses() ? FREE_ADDRESS : FREE_NAME;
    }

    /** The name to ask for, for something that is listed as it would be in a mail. */
    String question(String item) {
        return (isOfAddresses() ? ReversedAddress.of(item) : item) + "." + zone;
    }
}
