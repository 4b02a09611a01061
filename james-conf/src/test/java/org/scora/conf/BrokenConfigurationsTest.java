package org.scora.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each broken-….xml stands beside the messages that it gives, one a line. */
class BrokenConfigurationsTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken");

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileGivesTheMessagesBesideIt(Path file) throws IOException {
        String messages = OurVerbs.check().problems(file).stream()
                .map(problem -> problem.getMessage() + "\n")
                .collect(Collectors.joining());
        Path expected = Path.of(file.toString().replace(".xml", ".expect"));
        assertThat(messages).isEqualTo(Files.readString(expected)).isNotEmpty();
    }

    static List<Path> brokenFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
