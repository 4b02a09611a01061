package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scora.console.admin.QueueView;
import org.scora.outgoing.WaitingDomain;
import org.scora.outgoing.WaitingMail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what waits, by domain, or the mails of one domain. */
@Command(
        name = "list",
        description = "List the domains for which mail waits, or the mail of one domain; the first to be tried first.")
final class QueueList extends ServerCommand {

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "The mail to this domain, one by one.")
    private Optional<String> domain = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "With --domain: at most so many, up to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    QueueList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return domain.map(name -> server.get(AdminClient.path("queue", "domains", name) + "?limit=" + limit))
                .orElseGet(() -> server.get(AdminClient.path("queue")));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        if (domain.isPresent()) {
            showMails(Arrays.asList(answer.as(WaitingMail[].class)), domain.get(), screen);
        } else {
            showDomains(answer.as(QueueView.class), screen);
        }
        return ExitCode.OK;
    }

    private void showDomains(QueueView queue, Screen screen) {
        if (queue.domains().isEmpty()) {
            screen.line("No mail waits.");
        } else {
            screen.table(
                    List.of("DOMAIN", "MAILS", "OLDEST", "NEXT ATTEMPT", "WHY"),
                    queue.domains().stream().map(this::row).toList());
            screen.line("To see them: scora queue list --domain DOMAIN. To try them now: scora queue retry --domain"
                    + " DOMAIN");
        }
        if (queue.due() > 0) {
            screen.line(Text.count(queue.due(), "mail") + " more " + (queue.due() == 1 ? "is" : "are")
                    + " due or being delivered now.");
        }
    }

    private List<String> row(WaitingDomain waiting) {
        return List.of(
                waiting.domain(),
                Long.toString(waiting.mails()),
                waiting.oldest().map(since -> Text.minute(since, zone())).orElse("-"),
                Text.minute(waiting.nextAttempt(), zone()),
                waiting.lastAnswer());
    }

    private void showMails(List<WaitingMail> mails, String name, Screen screen) {
        if (mails.isEmpty()) {
            screen.line("No mail waits for " + name + ".");
            return;
        }
        screen.table(
                List.of("RECEIPT", "FROM", "TO", "ATTEMPTS", "NEXT ATTEMPT", "WHY"),
                mails.stream().map(this::row).toList());
        screen.line("To see one: scora queue show RECEIPT. To take it out: scora queue drop RECEIPT --reason WORDS");
    }

    private List<String> row(WaitingMail mail) {
        return List.of(
                mail.receipt().orElse(mail.id()),
                Text.sender(mail.sender()),
                String.join(", ", mail.recipients()),
                Integer.toString(mail.attempts()),
                Text.minute(mail.nextAttempt(), zone()),
                mail.lastAnswer());
    }
}
