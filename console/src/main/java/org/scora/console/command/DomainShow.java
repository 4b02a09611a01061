package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import org.scora.console.admin.DomainView;
import org.scora.console.admin.MailboxRoutes.MailboxCount;
import org.scora.message.Json;
import org.scora.policy.EffectiveValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one protected domain. */
@Command(name = "show", description = "Show every value that holds for a domain, and where it comes from.")
final class DomainShow extends ServerCommand {

    @Parameters(paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    private long mailboxes;
    private List<EffectiveValue> settings = List.of();

    DomainShow(Surroundings surroundings) {
        super(surroundings);
    }

    /** All about a domain, for a program. */
    record Everything(DomainView domain, long mailboxes, List<EffectiveValue> settings) {}

    @Override
    AdminClient.Answer ask(AdminClient server) {
        DomainView view = server.get(AdminClient.path("domains", domain)).as(DomainView.class);
        mailboxes = server.get(AdminClient.path("domains", domain, "mailboxes", "count"))
                .as(MailboxCount.class)
                .count();
        settings = Arrays.asList(
                server.get(AdminClient.path("domains", domain, "settings")).as(EffectiveValue[].class));
        return new AdminClient.Answer(Json.write(new Everything(view, mailboxes, settings)));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        DomainView view = answer.as(Everything.class).domain();
        screen.table(
                List.of("Domain", view.name()),
                List.of(
                        List.of("state", state(view)),
                        List.of("route", String.join(", then ", view.route())),
                        List.of("tls", tls(view)),
                        List.of("recipients", recipients(view)),
                        List.of("profile", view.profile()),
                        List.of("administrators", reports(view))));
        screen.line("");
        SettingText.table(screen, settings);
        screen.line("");
        screen.line("To set one of these: scora domain set " + view.name() + " NAME VALUE");
        return ExitCode.OK;
    }

    private static String tls(DomainView view) {
        return switch (view.tls()) {
            case OPPORTUNISTIC -> "opportunistic: encrypted when the server can";
            case REQUIRED -> "required: encrypted, or mail waits";
            case VERIFIED -> "verified: encrypted to a server that proves its name, or mail waits";
        };
    }

    private String recipients(DomainView view) {
        return switch (view.recipients()) {
            case LISTED -> "listed: " + Text.count(mailboxes, "mailbox") + ", and postmaster";
            case ASK_SERVER -> "ask-server: whom its own server takes, " + mailboxes + " listed besides";
            case ANY -> "any";
        };
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
                ? "nobody; name someone: scora domain set " + view.name() + " administrators ADDRESS"
                : String.join(", ", view.administrators());
    }
}
