package org.scora.console.command;

import java.util.Optional;
import org.scora.policy.ListEntry;
import picocli.CommandLine.Option;

/** Whose list it is. */
final class ListOwner {
    @Option(
            names = "--domain",
            required = true,
            paramLabel = "DOMAIN",
            description = "The protected domain it holds for.")
    private String domain = "";

    @Option(
            names = "--user",
            paramLabel = "LOCALPART",
            description = "The list of this user, which holds for the own mailbox alone.")
    private Optional<String> user = Optional.empty();

    /** The list's path, and how a question for it begins. */
    String path(ListEntry.Kind kind) {
        return AdminClient.path("domains", domain, "lists", Text.word(kind))
                + user.map(name -> "?user=" + AdminClient.encoded(name)).orElse("");
    }

    String path(ListEntry.Kind kind, String pattern) {
        return path(kind) + (user.isPresent() ? "&" : "?") + "pattern=" + AdminClient.encoded(pattern);
    }

    /** For people. */
    String name() {
        return user.map(name -> name + "@" + domain).orElse(domain);
    }

    /** The options that name it. */
    String options() {
        return "--domain " + domain + user.map(name -> " --user " + name).orElse("");
    }
}
