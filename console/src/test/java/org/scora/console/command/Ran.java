package org.scora.console.command;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.scora.console.TestGateway;
import org.scora.setting.SettingException;
import picocli.CommandLine;

/** A command that was run, and what came of it. */
record Ran(int exitCode, String out, String err) {

    static Ran scora(Path home, String... arguments) {
        return scora(home, List.of(), InputStream.nullInputStream(), arguments);
    }

    static Ran withInput(Path home, byte[] input, String... arguments) {
        return scora(home, List.of(), new ByteArrayInputStream(input), arguments);
    }

    static Ran withProblems(Path home, List<SettingException> problems, String... arguments) {
        return scora(home, problems, InputStream.nullInputStream(), arguments);
    }

    private static Ran scora(Path home, List<SettingException> problems, InputStream input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine scora = ScoraCommand.create(new Surroundings(home, checked -> problems, TestGateway.CLOCK, input));
        int exitCode = scora.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
