package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.TestGateway;
import org.scora.score.Category;

/** Gives every command of the handbook's page about the quarantine, in its order. */
class QuarantinePageTest {
    private static final Path PAGE = Path.of("../distribution/docs/quarantine.md");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    static Path home;

    @Test
    void everyExampleWorks() throws IOException {
        try (TestGateway gateway = new TestGateway(home)) {
            gateway.protect("example.com");
            for (int first = 4; first <= 8; first++) {
                gateway.hold("Mail" + first, first + "QX7-M2DA-9KTW", "ann@example.com", "Your invoice", Category.SPAM);
            }
            gateway.hold("Mail9", "9QX7-M2DA-9KTW", "bob@example.com", "Your tax", Category.PHISHING);

            List<String> examples = examples();
            for (String example : examples) {
                Ran ran = Ran.scora(home, arguments(example));
                assertThat(ran.exitCode())
                        .as("%s: %s%s", example, ran.out(), ran.err())
                        .isZero();
            }

            assertThat(examples).hasSizeGreaterThan(30);
            // Three releases, and what administrators and user get about the request.
            assertThat(gateway.sent).hasSize(5);
        }
    }

    private static List<String> examples() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("    scora "))
                .map(String::strip)
                .toList();
    }

    private static String[] arguments(String example) {
        List<String> arguments = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(example.substring("scora ".length()));
        while (argument.find()) {
            arguments.add(argument.group(1) == null ? argument.group(2) : argument.group(1));
        }
        return arguments.toArray(String[]::new);
    }
}
