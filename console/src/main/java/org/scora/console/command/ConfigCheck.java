package org.scora.console.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.scora.message.Json;
import org.scora.setting.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong with the configuration. */
@Command(
        name = "check",
        description = "Say everything that is wrong with the configuration, as the server would at its start. "
                + "Needs no running server. Exit code 78 when something is wrong.")
final class ConfigCheck implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, for a program.")
    private boolean json;

    ConfigCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Something that is wrong. */
    record Wrong(String place, String key, String message) {}

    @Override
    public Integer call() {
        List<SettingException> problems = surroundings.configCheck().apply(surroundings.home());
        Screen screen = new Screen(spec.commandLine());
        if (json) {
            screen.json(Json.write(problems.stream()
                    .map(problem -> new Wrong(problem.place(), problem.key(), String.valueOf(problem.getMessage())))
                    .toList()));
        } else {
            problems.forEach(problem -> screen.line(String.valueOf(problem.getMessage())));
            screen.line(
                    problems.isEmpty()
                            ? "The configuration in " + surroundings.home().resolve("conf") + " is right."
                            : Text.count(problems.size(), "problem") + " found.");
        }
        return (problems.isEmpty() ? ExitCode.OK : ExitCode.BAD_CONFIGURATION).number();
    }
}
