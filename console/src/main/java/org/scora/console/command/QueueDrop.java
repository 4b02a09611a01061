package org.scora.console.command;

import java.util.Map;
import org.scora.console.admin.QueueRoutes.Ordered;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes mail out of the queue. */
@Command(name = "drop", description = "Take a message out of the queue for good. The journal keeps a note of it.")
final class QueueDrop extends ServerCommand {

    @Parameters(paramLabel = "ID", description = "The message's receipt, or its name in the queue.")
    private String id = "";

    @Option(
            names = "--reason",
            paramLabel = "WORDS",
            required = true,
            description = "Why, for the journal; with --dsn the sender reads it too.")
    private String reason = "";

    @Option(names = "--dsn", description = "Tell the sender that it was not delivered.")
    private boolean dsn;

    QueueDrop(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.post(AdminClient.path("queue", "mails", id, "drop"), Map.of("dsn", dsn, "reason", reason));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        long mails = answer.as(Ordered.class).mails();
        screen.line(Text.count(mails, "mail") + (mails == 1 ? " is" : " are") + " taken out of the queue"
                + (dsn ? "; the sender is told, unless it was taken for spam." : "; nobody is told."));
        return ExitCode.OK;
    }
}
