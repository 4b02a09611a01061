package org.scora.console.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Writes the handbook's page about the commands from the commands themselves, in Markdown. */
public final class CommandReference {
    private static final int ONE_LINE = 1000;

    private CommandReference() {}

    /** The page about a command and all below it; hidden ones are left out. */
    public static String of(CommandLine scora) {
        List<String> lines = new ArrayList<>(List.of(
                "# The commands",
                "",
                "Every command takes `--help`. Those that print JSON with `--json` keep its properties' names from one "
                        + "version to the next.",
                "",
                "| exit code | meaning |",
                "| --- | --- |"));
        ExitCode.explained().forEach((code, meaning) -> lines.add("| " + code + " | " + meaning + " |"));
        commandsBelow(scora).forEach(command -> lines.addAll(section(command)));
        return String.join("\n", lines) + "\n";
    }

    private static List<CommandLine> commandsBelow(CommandLine command) {
        List<CommandLine> commands = new ArrayList<>();
        for (CommandLine below : command.getSubcommands().values()) {
            if (!below.getCommandSpec().usageMessage().hidden() && !commands.contains(below)) {
                commands.add(below);
                commands.addAll(commandsBelow(below));
            }
        }
        return commands;
    }

    private static List<String> section(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        boolean group = !command.getSubcommands().isEmpty();
        List<String> lines =
                new ArrayList<>(List.of("", (group ? "## " : "### ") + spec.qualifiedName(), "", description(spec)));
        if (!group || command.getCommand() instanceof Callable<?>) {
            lines.addAll(List.of("", "```", synopsis(command), "```"));
            lines.addAll(arguments(spec));
        }
        return lines;
    }

    private static String description(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description()).strip();
    }

    // On one line, whatever the width of the terminal: the page must be the same everywhere.
    private static String synopsis(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        int width = usage.width();
        boolean autoWidth = usage.autoWidth();
        usage.autoWidth(false).width(ONE_LINE);
        try {
            return new CommandLine.Help(command.getCommandSpec(), CommandLine.Help.defaultColorScheme(Ansi.OFF))
                    .synopsis(0)
                    .strip();
        } finally {
            usage.width(width).autoWidth(autoWidth);
        }
    }

    private static List<String> arguments(CommandSpec spec) {
        List<String> rows = new ArrayList<>();
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            rows.add(row(parameter.paramLabel(), parameter));
        }
        for (OptionSpec option : spec.options()) {
            if (!option.usageHelp() && !option.versionHelp() && !option.hidden()) {
                rows.add(row(named(option), option));
            }
        }
        if (!rows.isEmpty()) {
            rows.addAll(0, List.of("", "| argument | meaning |", "| --- | --- |"));
        }
        return rows;
    }

    private static String named(OptionSpec option) {
        String names = Arrays.stream(option.names()).collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static String row(String name, ArgSpec argument) {
        String meaning = String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
                .replace("|", "\\|");
        return "| `" + name + "` | " + meaning + " |";
    }
}
