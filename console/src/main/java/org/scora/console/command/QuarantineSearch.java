package org.scora.console.command;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Searches the quarantine. */
@Command(
        name = "search",
        description = "Find held messages for which everything holds that is named here; the newest first.")
final class QuarantineSearch extends ServerCommand {
    @Option(names = "--user", paramLabel = "ADDRESS", description = "To this mailbox, or to an alias of it.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "To recipients of this domain.")
    private Optional<String> domain = Optional.empty();

    @Option(names = "--from", paramLabel = "SENDER", description = "From this address or this domain.")
    private Optional<String> sender = Optional.empty();

    @Option(names = "--subject", paramLabel = "WORDS", description = "With all of these whole words in the subject.")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--finding", paramLabel = "NAME", description = "With this finding, such as LINK_MISMATCH.")
    private Optional<String> finding = Optional.empty();

    @Option(names = "--message-id", paramLabel = "ID", description = "With this Message-ID.")
    private Optional<String> messageId = Optional.empty();

    @Option(names = "--receipt", paramLabel = "RECEIPT", description = "With this receipt.")
    private Optional<String> receipt = Optional.empty();

    @Option(names = "--category", paramLabel = "CATEGORY", description = "Taken for spam, phishing, explicit or virus.")
    private Optional<String> category = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Held, releasing, released, deleted or expired; the first three when left out.")
    private Optional<String> state = Optional.empty();

    @Option(names = "--least-score", paramLabel = "SCORE", description = "With this score or more.")
    private Optional<String> leastScore = Optional.empty();

    @Option(names = "--most-score", paramLabel = "SCORE", description = "With this score or less.")
    private Optional<String> mostScore = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = Day.class,
            description = "Held on this day or later, such as 2026-11-24.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", converter = Day.class, description = "Held on this day or earlier.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--after",
            paramLabel = "PLACE",
            description = "The page after this place, which the page before names.")
    private Optional<String> after = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many, up to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    QuarantineSearch(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        StringBuilder path = new StringBuilder(AdminClient.path("quarantine") + "?limit=" + limit);
        add(path, "user", user);
        add(path, "domain", domain);
        add(path, "sender", sender);
        add(path, "subject", subject);
        add(path, "finding", finding);
        add(path, "messageId", messageId);
        add(path, "receipt", receipt);
        add(path, "category", category);
        add(path, "state", state);
        add(path, "leastScore", leastScore);
        add(path, "mostScore", mostScore);
        add(path, "from", since.map(day -> day.atStartOfDay(zone()).toInstant().toString()));
        add(
                path,
                "until",
                until.map(
                        day -> day.plusDays(1).atStartOfDay(zone()).toInstant().toString()));
        addPlace(path);
        return server.get(path.toString());
    }

    private void addPlace(StringBuilder path) {
        after.ifPresent(place -> {
            int comma = place.indexOf(',');
            if (comma < 0) {
                throw new CommandFailure(
                        ExitCode.USAGE, "'" + place + "' is no place. Copy what the page before says after --after.");
            }
            add(path, "afterTime", Optional.of(place.substring(0, comma)));
            add(path, "afterKey", Optional.of(place.substring(comma + 1)));
        });
    }

    private static void add(StringBuilder path, String name, Optional<String> value) {
        value.ifPresent(text -> path.append('&').append(name).append('=').append(AdminClient.encoded(text)));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        return HeldTable.show(answer, screen, zone(), limit, "No held message is like that.");
    }
}
