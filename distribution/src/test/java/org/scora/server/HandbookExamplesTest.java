package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that the handbook's pages show is one that there is, with arguments that it takes. */
class HandbookExamplesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check-up.md",
                "seal.md",
                "domains.md",
                "relay.md",
                "trying-changes.md",
                "incidents.md",
                "digests.md"
            })
    void theCommandsOnThePageAreUnderstood(String page) throws IOException {
        List<String> commands = commandsOn(Path.of("docs", page));
        assertThat(commands).hasSizeGreaterThan(2);
        assertThat(commands)
                .allSatisfy(command -> assertThatCode(
                                () -> Main.commandLine(Path.of("home")).parseArgs(words(command)))
                        .as("scora %s", command)
                        .doesNotThrowAnyException());
    }

    private static List<String> commandsOn(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.stripLeading().startsWith("scora ") && line.startsWith("    "))
                .map(line -> line.strip().substring("scora ".length()))
                .map(line -> line.replaceFirst("\\s+#.*", ""))
                .collect(Collectors.toList());
    }

    /** Words as a shell takes them apart: blanks between, quotation marks around. */
    private static String[] words(String command) {
        return Arrays.stream(command.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(word -> word.replace("\"", ""))
                .toArray(String[]::new);
    }
}
