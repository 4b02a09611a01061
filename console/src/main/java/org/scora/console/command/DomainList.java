package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import org.scora.console.admin.DomainView;
import org.scora.domain.Words;
import picocli.CommandLine.Command;

/** Lists the protected domains. */
@Command(name = "list", description = "List the protected domains.")
final class DomainList extends ServerCommand {

    DomainList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get(AdminClient.path("domains"));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        List<DomainView> domains = Arrays.asList(answer.as(DomainView[].class));
        if (domains.isEmpty()) {
            screen.line(
                    "No domain is protected yet. Protect one: scora domain add example.com --route mail.example.com");
            return ExitCode.OK;
        }
        screen.table(
                List.of("DOMAIN", "STATE", "RECIPIENTS", "ROUTE"),
                domains.stream().map(DomainList::row).toList());
        return ExitCode.OK;
    }

    private static List<String> row(DomainView domain) {
        return List.of(
                domain.name(),
                Text.word(domain.state()),
                Words.of(domain.recipients()),
                String.join(", ", domain.route()));
    }
}
