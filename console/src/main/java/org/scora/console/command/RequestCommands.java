package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scora.console.admin.RequestRoutes.DecisionForm;
import org.scora.console.admin.RequestRoutes.RequestForm;
import org.scora.quarantine.ReleaseRequest;
import org.scora.quarantine.RequestDesk.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about requests for the release of held messages. */
final class RequestCommands {
    private RequestCommands() {}

    /** Lists requests. */
    @Command(name = "requests", description = "List the requests of users for the release of held messages.")
    static final class Requests extends ServerCommand {
        @Option(names = "--domain", paramLabel = "DOMAIN", description = "Of this domain's users only.")
        private Optional<String> domain = Optional.empty();

        @Option(names = "--all", description = "Also those that are decided.")
        private boolean all;

        Requests(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.get(AdminClient.path("release-requests") + "?all=" + all
                    + domain.map(name -> "&domain=" + AdminClient.encoded(name)).orElse(""));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            List<ReleaseRequest> requests = Arrays.asList(answer.as(ReleaseRequest[].class));
            if (requests.isEmpty()) {
                screen.line(all ? "Nobody requested a release." : "No request is open.");
                return ExitCode.OK;
            }
            screen.table(
                    List.of("NUMBER", "RECEIPT", "FOR", "REQUESTED", "BY", "STATE", "NOTE"),
                    requests.stream().map(this::row).toList());
            screen.line("To see what it is about: scora quarantine show RECEIPT. To decide: scora quarantine approve"
                    + " NUMBER, or decline NUMBER");
            return ExitCode.OK;
        }

        private List<String> row(ReleaseRequest request) {
            return List.of(
                    Long.toString(request.id()),
                    request.receipt(),
                    request.recipient(),
                    Text.minute(request.requestedAt(), zone()),
                    request.requestedBy(),
                    Text.word(request.state()),
                    request.note());
        }
    }

    /** Files a request. */
    @Command(name = "request", description = "Request the release of a held message for a user who may not release it.")
    static final class Request extends ServerCommand {
        @Parameters(paramLabel = "RECEIPT", description = "The message's receipt, or its key in the quarantine.")
        private String receipt = "";

        @Option(
                names = "--user",
                required = true,
                paramLabel = "ADDRESS",
                description = "The address of the mailbox for which it is held.")
        private String user = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "What is said to it.")
        private Optional<String> note = Optional.empty();

        Request(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.post(AdminClient.path("release-requests"), new RequestForm(receipt, user, note));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            ReleaseRequest request = answer.as(ReleaseRequest.class);
            screen.line("Request " + request.id() + " is filed; the domain's administrators are written to.");
            return ExitCode.OK;
        }
    }

    /** Decides a request. */
    abstract static class Decide extends ServerCommand {
        @Parameters(paramLabel = "NUMBER", description = "The number of the request.")
        private long number;

        @Option(
                names = "--answer",
                paramLabel = "TEXT",
                description = "What is said to the user; of a virus the reason.")
        private Optional<String> text = Optional.empty();

        private final String verb;

        Decide(Surroundings surroundings, String verb) {
            super(surroundings);
            this.verb = verb;
        }

        @Override
        final AdminClient.Answer ask(AdminClient server) {
            return server.post(
                    AdminClient.path("release-requests", Long.toString(number), verb), new DecisionForm(text));
        }

        @Override
        final ExitCode show(AdminClient.Answer answer, Screen screen) {
            Decision decision = answer.as(Decision.class);
            screen.line(
                    "Request " + number + " is " + Text.word(decision.request().state()) + ", and "
                            + decision.request().recipient() + " is written to.");
            return ExitCode.OK;
        }
    }

    /** Says yes. */
    @Command(name = "approve", description = "Approve a request: release the message.")
    static final class Approve extends Decide {
        Approve(Surroundings surroundings) {
            super(surroundings, "approve");
        }
    }

    /** Says no. */
    @Command(name = "decline", description = "Decline a request: the message stays held.")
    static final class Decline extends Decide {
        Decline(Surroundings surroundings) {
            super(surroundings, "decline");
        }
    }
}
