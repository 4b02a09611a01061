package org.scora.console.command;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which sender, at which protected domain. */
final class ListTarget {
    @Parameters(
            paramLabel = "SENDER",
            description = "An address, a domain (its subdomains count), an IP address or a network (192.0.2.0/24).")
    private String sender = "";

    @Option(
            names = "--domain",
            required = true,
            paramLabel = "DOMAIN",
            description = "The protected domain it holds for.")
    private String domain = "";

    String sender() {
        return sender;
    }

    String domain() {
        return domain;
    }
}
