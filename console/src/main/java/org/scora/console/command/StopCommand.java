package org.scora.console.command;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scora.people.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the server. */
@Command(
        name = "stop",
        description = "Stop the server: it finishes what it is at, and keeps queued mail for the next start.")
final class StopCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for its end (default: ${DEFAULT-VALUE}).")
    private int seconds;

    StopCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RunningServer server = RunningServer.find(surroundings.varFolder())
                .orElseThrow(() -> AdminClient.notRunning(surroundings.varFolder()));
        ProcessHandle process =
                ProcessHandle.of(server.pid()).orElseThrow(() -> AdminClient.notRunning(surroundings.varFolder()));
        if (!process.destroy()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Process " + server.pid() + " can not be stopped. Stop it as the user that started it.");
        }
        if (!ends(process)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Process " + server.pid() + " was asked to stop, but still runs after "
                            + Text.count(seconds, "second") + ". Its log says what it waits for.");
        }
        new Screen(spec.commandLine()).line("The Scora server (process " + server.pid() + ") has stopped.");
        return ExitCode.OK.number();
    }

    private boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
