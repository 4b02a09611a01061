package org.scora.check.dnslist;

import java.util.Locale;

/** What a list is asked about. */
public enum Subject {
    /** The address that connected. */
    CLIENT("DNSLIST_CLIENT", true),
    /** Addresses in Received fields, which a sender may have made up. */
    RECEIVED("DNSLIST_RECEIVED", true),
    /** The domains of links. */
    LINK("DNSLIST_LINK", false),
    /** The domains of the envelope's sender, of From and of Reply-To. */
    SENDER("DNSLIST_SENDER", false);

    private final String finding;
    private final boolean address;

    Subject(String finding, boolean address) {
        this.finding = finding;
        this.address = address;
    }

    /** The finding when a list speaks against it. */
    String finding() {
        return finding;
    }

    boolean isAddress() {
        return address;
    }

    /** As written in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
