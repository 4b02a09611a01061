package org.scora.console.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scora.setting.SettingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The {@code scora} command. */
@Command(
        name = "scora",
        description = {"A mail gateway that refuses, scores, holds or relays mail, and shows why.", ""},
        versionProvider = ScoraCommand.Version.class)
public final class ScoraCommand {
    private ScoraCommand() {}

    /** Tells picocli the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Scora " + version()};
        }
    }

    /** The version in the jar's manifest; of classes that are in no jar, that they are in development. */
    public static String version() {
        return Optional.ofNullable(ScoraCommand.class.getPackage().getImplementationVersion())
                .orElse("(development)");
    }

    /** The command for the person at this terminal; {@code start} and others can be added to it as subcommands. */
    public static CommandLine create(Path home, Function<Path, List<SettingException>> configCheck) {
        return create(Surroundings.of(home, configCheck));
    }

    /** The command in surroundings of one's choice. */
    public static CommandLine create(Surroundings surroundings) {
        CommandLine scora = new CommandLine(new ScoraCommand())
                .addSubcommand(DomainCommand.create(surroundings))
                .addSubcommand(ProfileCommand.create(surroundings))
                .addSubcommand(UserCommand.create(surroundings))
                .addSubcommand(ListCommand.create(surroundings))
                .addSubcommand(PolicyCommand.create(surroundings))
                .addSubcommand(QuarantineCommand.create(surroundings))
                .addSubcommand(IncidentCommand.create(surroundings))
                .addSubcommand(new TraceCommand(surroundings))
                .addSubcommand(JournalCommand.create(surroundings))
                .addSubcommand(PersonCommand.create(surroundings))
                .addSubcommand(QueueCommand.create(surroundings))
                .addSubcommand(SealCommand.create(surroundings))
                .addSubcommand(ReportCommand.create(surroundings))
                .addSubcommand(DigestCommand.create(surroundings))
                .addSubcommand(new ScoreCommand(surroundings))
                .addSubcommand(LearnCommand.create(surroundings))
                .addSubcommand(new ChecksCommand(surroundings))
                .addSubcommand(ConfigCommand.create(surroundings))
                .addSubcommand(new AuditCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings))
                .addSubcommand(new ImportCommand(surroundings))
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new StopCommand(surroundings))
                .addSubcommand(new HelpCommand());
        return polished(scora);
    }

    /** Gives a command tree Scora's manners: help everywhere, errors in sentences, documented exit codes. */
    public static CommandLine polished(CommandLine scora) {
        withHelp(scora);
        scora.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.explained());
        // An argument such as @example.com is a sender, not the name of a file of arguments.
        return scora.setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::inArguments)
                .setExecutionExceptionHandler(Failures::inExecution);
    }

    private static void withHelp(CommandLine command) {
        if (!(command.getCommand() instanceof HelpCommand)) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        }
        command.getSubcommands().values().forEach(ScoraCommand::withHelp);
    }
}
