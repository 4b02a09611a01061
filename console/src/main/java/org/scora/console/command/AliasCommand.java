package org.scora.console.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scora.console.admin.AliasRoutes.AliasForm;
import org.scora.console.admin.AliasRoutes.AliasView;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands about aliases. */
@Command(name = "alias", description = "Addresses whose mail counts as mail to a mailbox; they are relayed as written.")
final class AliasCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new AliasCommand())
                .addSubcommand(new SetAlias(surroundings))
                .addSubcommand(new Remove(surroundings))
                .addSubcommand(new ListAliases(surroundings));
    }

    /** Sets an alias. */
    @Command(name = "set", description = "Make an alias lead to a mailbox, or to several.")
    static final class SetAlias extends ServerCommand {
        @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain's name.")
        private String domain = "";

        @Parameters(index = "1", paramLabel = "ALIAS", description = "The alias, such as sales.")
        private String alias = "";

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "MAILBOX", description = "Where it leads.")
        private List<String> mailboxes = new ArrayList<>();

        SetAlias(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.put(AdminClient.path("domains", domain, "aliases", alias), new AliasForm(mailboxes));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            AliasView view = answer.as(AliasView.class);
            screen.line("Mail to " + view.alias() + " counts as mail to " + String.join(" and ", view.mailboxes())
                    + " from now on.");
            return ExitCode.OK;
        }
    }

    /** Removes an alias. */
    @Command(name = "remove", description = "Remove an alias.")
    static final class Remove extends ServerCommand {
        @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain's name.")
        private String domain = "";

        @Parameters(index = "1", paramLabel = "ALIAS", description = "The alias.")
        private String alias = "";

        Remove(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.delete(AdminClient.path("domains", domain, "aliases", alias));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            screen.line(answer.as(AliasView.class).alias() + " is no alias any more.");
            return ExitCode.OK;
        }
    }

    /** Lists aliases. */
    @Command(name = "list", description = "List the aliases of a domain.")
    static final class ListAliases extends ServerCommand {
        @Parameters(paramLabel = "DOMAIN", description = "The domain's name.")
        private String domain = "";

        ListAliases(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.get(AdminClient.path("domains", domain, "aliases"));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            List<AliasView> aliases = Arrays.asList(answer.as(AliasView[].class));
            if (aliases.isEmpty()) {
                screen.line(domain + " has no aliases. Add one: scora domain alias set " + domain + " sales ann");
                return ExitCode.OK;
            }
            screen.table(
                    List.of("ALIAS", "MAILBOXES"),
                    aliases.stream()
                            .map(view -> List.of(view.alias(), String.join(", ", view.mailboxes())))
                            .toList());
            return ExitCode.OK;
        }
    }
}
