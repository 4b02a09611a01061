package org.scora.console.command;

import java.util.Map;
import org.scora.console.admin.QueueRoutes.Ordered;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has mail tried at once. */
@Command(name = "retry", description = "Try to deliver mail now, and not only when its turn comes.")
final class QueueRetry extends ServerCommand {

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Which which;

    /** One of both. */
    static final class Which {
        @Option(names = "--domain", paramLabel = "DOMAIN", required = true, description = "All mail to this domain.")
        private String domain = "";

        @Parameters(paramLabel = "ID", description = "A message's receipt, or its name in the queue.")
        private String id = "";
    }

    QueueRetry(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return which.domain.isEmpty()
                ? server.post(AdminClient.path("queue", "mails", which.id, "retry"), Map.of())
                : server.post(AdminClient.path("queue", "domains", which.domain, "retry"), Map.of());
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        long mails = answer.as(Ordered.class).mails();
        screen.line(
                mails == 0
                        ? "Nothing waits for " + which.domain + which.id + "."
                        : Text.count(mails, "mail") + " will be tried now. How that went: scora queue list");
        return ExitCode.OK;
    }
}
