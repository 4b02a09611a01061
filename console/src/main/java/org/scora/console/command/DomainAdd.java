package org.scora.console.command;

import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.console.admin.DomainForm;
import org.scora.console.admin.DomainView;
import org.scora.console.admin.MailboxRoutes.MailboxForm;
import org.scora.domain.DomainState;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Protects a domain. */
@Command(
        name = "add",
        description = {
            "Protect a domain, or change what is set for one that is protected.",
            "Mailboxes that the domain has already stay."
        })
final class DomainAdd extends ServerCommand {
    private static final int NAMES_AT_ONCE = 5000;

    @Parameters(paramLabel = "DOMAIN", description = "The domain's name, such as example.com.")
    private String domain = "";

    @Option(
            names = "--route",
            paramLabel = "HOST[:PORT]",
            description = "The domain's own mail server; several, the preferred first. Needed for a new domain.")
    private List<String> route = new ArrayList<>();

    @ArgGroup
    private Who who = new Who();

    @Option(
            names = "--admin",
            paramLabel = "ADDRESS",
            description = "Who gets the domain's reports; may be given several times.")
    private List<String> administrators = new ArrayList<>();

    @Option(
            names = "--pending",
            description = "Do not take mail yet: senders are told to try again later. See: scora domain activate")
    private boolean pending;

    /** Which mailboxes there are. */
    static final class Who {
        @Option(
                names = "--mailboxes",
                paramLabel = "FILE",
                description = "Take mail for the mailboxes in this file only: one name a line, the part before the @.")
        private Optional<Path> file = Optional.empty();

        @Option(
                names = "--accept-any",
                description = "Take mail for any mailbox; the domain's own server refuses others.")
        private boolean any;

        Optional<Boolean> acceptsAny() {
            return any ? Optional.of(true) : file.map(path -> false);
        }
    }

    DomainAdd(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        List<String> names = who.file.map(MailboxFile::read).orElse(List.of());
        Optional<DomainState> state = pending ? Optional.of(DomainState.PENDING) : Optional.empty();
        AdminClient.Answer answer = server.put(
                AdminClient.path("domains", domain),
                new DomainForm(state, given(route), who.acceptsAny(), given(administrators)));
        for (List<String> some : Lists.partition(names, NAMES_AT_ONCE)) {
            server.post(AdminClient.path("domains", domain, "mailboxes"), new MailboxForm(some));
        }
        return answer;
    }

    private static Optional<List<String>> given(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        DomainView view = answer.as(DomainView.class);
        screen.line(
                view.name() + " is protected. Its mail is relayed to " + String.join(", then ", view.route()) + ".");
        screen.line(mailboxes(view));
        if (view.state() != DomainState.ACTIVE) {
            screen.line("Mail is not taken yet. When all is ready: scora domain activate " + view.name());
        }
        return ExitCode.OK;
    }

    private String mailboxes(DomainView view) {
        if (view.acceptsAnyMailbox()) {
            return "Mail is taken for any mailbox.";
        }
        return who.file.isPresent()
                ? "Mail is taken for the mailboxes in " + who.file.get() + ", and for postmaster."
                : "Mail is taken for listed mailboxes only. To list some: scora domain add " + view.name()
                        + " --mailboxes FILE";
    }
}
