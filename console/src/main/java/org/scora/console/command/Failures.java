package org.scora.console.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.scora.setting.SettingException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence or two why a command did not do what was asked; never with a stack trace. */
final class Failures {
    private Failures() {}

    static int inArguments(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("scora: " + Printable.line(String.valueOf(failure.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            command.usage(err, command.getColorScheme());
        }
        err.println("For help: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE.number();
    }

    static int inExecution(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("scora: " + Printable.line(sentence(failure)));
        err.flush();
        return exitCode(failure).number();
    }

    private static ExitCode exitCode(Exception failure) {
        if (failure instanceof CommandFailure known) {
            return known.exitCode();
        }
        return failure instanceof SettingException ? ExitCode.BAD_CONFIGURATION : ExitCode.FAILED;
    }

    private static String sentence(Exception failure) {
        if (failure instanceof CommandFailure || failure instanceof SettingException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof AccessDeniedException denied) {
            return "Not allowed to read " + denied.getFile() + ". Run the command as the user that runs the server.";
        }
        return failure instanceof UncheckedIOException unreadable && unreadable.getCause() != null
                ? "Could not read or write: " + unreadable.getCause().getMessage()
                : "Unexpected: " + failure;
    }
}
