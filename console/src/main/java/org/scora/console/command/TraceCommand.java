package org.scora.console.command;

import java.util.Optional;
import org.scora.journal.Trace;
import org.scora.journal.Trace.Copy;
import org.scora.journal.Trace.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells where a message is. */
@Command(
        name = "trace",
        description =
                "Tell where a message is: its whole way, or who refused it and why. What is given has to be true of"
                        + " it all together. Without an address or a Message-ID only the last day is looked through, unless --days"
                        + " or --since says more.")
final class TraceCommand extends ServerCommand {
    @Option(
            names = "--sender",
            paramLabel = "ADDRESS",
            description = "Who sent it: the address in the envelope or in From, or a domain.")
    private Optional<String> sender = Optional.empty();

    @Option(names = "--recipient", paramLabel = "ADDRESS", description = "To whom: an address, or a domain.")
    private Optional<String> recipient = Optional.empty();

    @Option(names = "--subject", paramLabel = "WORDS", description = "Words of its subject, or parts of words.")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--message-id", paramLabel = "ID", description = "Its Message-ID, with or without brackets.")
    private Optional<String> messageId = Optional.empty();

    @Option(
            names = "--receipt",
            paramLabel = "RECEIPT",
            description = "Its receipt: from the header X-Scora-Id, or from the answer that the sender got.")
    private Optional<String> receipt = Optional.empty();

    @Option(names = "--client", paramLabel = "IP", description = "The address of the server that brought it.")
    private Optional<String> client = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "At most this many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private Period period = new Period();

    TraceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        StringBuilder path = new StringBuilder(AdminClient.path("trace"))
                .append('?')
                .append(period.query(surroundings().clock().instant(), zone(), isFoundFast() ? Period.WEEK : 1))
                .append("&limit=")
                .append(limit)
                .append("&zone=")
                .append(AdminClient.encoded(zone().getId()));
        add(path, "sender", sender);
        add(path, "recipient", recipient);
        add(path, "subject", subject);
        add(path, "message-id", messageId);
        add(path, "receipt", receipt);
        add(path, "client", client);
        return server.get(path.toString());
    }

    // By a word or a domain alone, all mail of the time is looked through.
    private boolean isFoundFast() {
        return messageId.isPresent()
                || sender.filter(text -> text.contains("@")).isPresent()
                || recipient.filter(text -> text.contains("@")).isPresent();
    }

    private static void add(StringBuilder path, String name, Optional<String> value) {
        value.ifPresent(text -> path.append('&').append(name).append('=').append(AdminClient.encoded(text)));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        Trace trace = answer.as(Trace.class);
        String when = Text.minute(trace.from(), zone()) + " to " + Text.minute(trace.until(), zone());
        if (trace.copies().isEmpty()) {
            screen.line(
                    receipt.isPresent()
                            ? "There is no message with this receipt in the journal."
                            : "No such message is in the journal, " + when + ".");
        }
        trace.copies().forEach(copy -> show(copy, screen));
        if (trace.more()) {
            screen.line("There may be more; --limit, --since and --until say which.");
        }
        refused(trace, when, screen);
        return ExitCode.OK;
    }

    private static void show(Copy copy, Screen screen) {
        screen.line(copy.line().receipt());
        copy.way().forEach(sentence -> screen.indented("  " + sentence));
        screen.line("");
    }

    // Anybody can cause refusals: not each has a line, but all are counted.
    private void refused(Trace trace, String when, Screen screen) {
        long all = trace.refused().stream().mapToLong(Refused::count).sum();
        if (all == 0) {
            return;
        }
        String domain = trace.refused().get(0).domain().orElse("");
        screen.line("Also, " + when + ", mail to " + domain + " was refused or put off " + Text.count(all, "time")
                + ", not each with a line of its own:");
        trace.refused().forEach(refused -> screen.indented("  " + refused.count() + " " + refused.words()));
        screen.line(
                "Whoever sent such mail has an answer with a receipt from this gateway; ask for it, then: scora trace"
                        + " --receipt RECEIPT");
    }
}
