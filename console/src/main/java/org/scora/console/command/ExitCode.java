package org.scora.console.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How the command ends, in numbers that scripts may rely on. The large ones are those of BSD's sysexits. */
public enum ExitCode {
    OK(0, "Done."),
    FAILED(1, "It failed, or what was asked for is not there."),
    USAGE(2, "The command was not understood."),
    NOT_RUNNING(69, "No server is running here, or it does not answer."),
    NOT_KNOWN(75, "It can not be told now. Try again later."),
    BAD_CONFIGURATION(78, "The configuration is wrong.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }

    /** Numbers with their meanings, as they stand in the help. */
    static Map<String, String> explained() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(
                        code -> Integer.toString(code.number),
                        ExitCode::meaning,
                        (left, right) -> left,
                        LinkedHashMap::new));
    }
}
