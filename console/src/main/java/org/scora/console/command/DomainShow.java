package org.scora.console.command;

import java.util.List;
import org.scora.console.admin.DomainView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one protected domain. */
@Command(name = "show", description = "Show what is set for a domain.")
final class DomainShow extends ServerCommand {

    @Parameters(paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    private int mailboxes;

    DomainShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        AdminClient.Answer answer = server.get(AdminClient.path("domains", domain));
        mailboxes = server.get(AdminClient.path("domains", domain, "mailboxes")).as(String[].class).length;
        return answer;
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        DomainView view = answer.as(DomainView.class);
        screen.table(
                List.of("Domain", view.name()),
                List.of(
                        List.of("State", state(view)),
                        List.of("Route", String.join(", then ", view.route())),
                        List.of("Mailboxes", view.acceptsAnyMailbox() ? "any" : mailboxes + " listed, and postmaster"),
                        List.of("Reports to", reports(view))));
        return ExitCode.OK;
    }

    private static String state(DomainView view) {
        return switch (view.state()) {
            case ACTIVE -> "active: mail is taken";
            case PENDING -> "pending: senders are told to try again later";
            case SUSPENDED -> "suspended: senders are told to try again later";
        };
    }

    private static String reports(DomainView view) {
        return view.administrators().isEmpty()
                ? "nobody; name someone: scora domain add " + view.name() + " --admin ADDRESS"
                : String.join(", ", view.administrators());
    }
}
