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
import org.scora.domain.RecipientPolicy;
import org.scora.domain.TlsPolicy;
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
            names = "--tls",
            paramLabel = "POLICY",
            description = "How the way to that server is protected: ${COMPLETION-CANDIDATES}.")
    private Optional<TlsPolicy> tls = Optional.empty();

    @Option(names = "--profile", paramLabel = "PROFILE", description = "Whose settings hold for the domain.")
    private Optional<String> profile = Optional.empty();

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

        @Option(
                names = "--ask-server",
                description = "Take mail for the mailboxes that the domain's own server takes when it is asked.")
        private boolean askServer;

        Optional<RecipientPolicy> policy() {
            if (any) {
                return Optional.of(RecipientPolicy.ANY);
            }
            return askServer ? Optional.of(RecipientPolicy.ASK_SERVER) : file.map(path -> RecipientPolicy.LISTED);
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
                new DomainForm(state, given(route), tls, who.policy(), profile, given(administrators)));
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
        return switch (view.recipients()) {
            case ANY -> "Mail is taken for any mailbox.";
            case ASK_SERVER -> "Mail is taken for the mailboxes that its own server takes.";
            case LISTED ->
                who.file
                        .map(file -> "Mail is taken for the mailboxes in " + file + ", and for postmaster.")
                        .orElse("Mail is taken for listed mailboxes only. To list some: scora domain mailboxes import "
                                + view.name() + " FILE");
        };
    }
}
