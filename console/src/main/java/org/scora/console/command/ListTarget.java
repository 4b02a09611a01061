package org.scora.console.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which sender, and in whose list. */
final class ListTarget {
    @Parameters(
            paramLabel = "SENDER",
            description = "An address, a domain (its subdomains count), an IP address or a network (192.0.2.0/24).")
    private String sender = "";

    @Mixin
    private ListOwner owner = new ListOwner();

    String sender() {
        return sender;
    }

    ListOwner owner() {
        return owner;
    }
}
