package org.scora.console.command;

import java.util.Arrays;
import org.scora.outgoing.WaitingMail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one message that waits. */
@Command(name = "show", description = "Show a message that waits: for whom, since when, why, and what comes next.")
final class QueueShow extends ServerCommand {

    @Parameters(paramLabel = "ID", description = "The message's receipt, or its name in the queue.")
    private String id = "";

    QueueShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get(AdminClient.path("queue", "mails", id));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        Arrays.stream(answer.as(WaitingMail[].class)).forEach(mail -> show(mail, screen));
        return ExitCode.OK;
    }

    private void show(WaitingMail mail, Screen screen) {
        screen.line("Name:          " + mail.id());
        mail.receipt().ifPresent(receipt -> screen.line("Receipt:       " + receipt));
        screen.line("From:          " + Text.sender(mail.sender()));
        screen.line("To:            " + String.join(", ", mail.recipients()));
        screen.line("Size:          " + mail.size() + " bytes");
        screen.line("Attempts:      " + mail.attempts()
                + mail.since()
                        .map(since -> ", the first at " + Text.minute(since, zone()))
                        .orElse(""));
        screen.line("Next attempt:  " + Text.minute(mail.nextAttempt(), zone()));
        screen.line("Why it waits:  " + mail.lastAnswer());
        screen.line("");
    }
}
