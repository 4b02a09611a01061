package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCheckTest {
    private static final Path SHIPPED = Path.of("..", "james-conf", "src", "main", "conf");

    @TempDir
    private Path home;

    @BeforeEach
    void copyTheShippedConfiguration() throws IOException {
        Path conf = Files.createDirectory(home.resolve("conf"));
        try (var files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, conf.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                conf.resolve("scora.properties"), "\nhostname=mx1.gateway.example\n", StandardOpenOption.APPEND);
    }

    @Test
    void theShippedConfigurationIsRightButForTheHostname() {
        assertThat(ConfigurationCheck.problems(home)).isEmpty();
    }

    @Test
    void aWrongLineAmongTheDnsListsIsNamed() throws IOException {
        Path lists = home.resolve("conf").resolve("dnslists.tsv");
        int lines = Files.readAllLines(lists).size();
        Files.write(lists, List.of("bl.example\tclient\t127.0.0.2\tmany\tstandard\tx"), StandardOpenOption.APPEND);
        assertThat(ConfigurationCheck.problems(home))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessage(lists + ":" + (lines + 1) + ": bl.example: bad points 'many'."
                                + " Write a number from -5 to 5 that is not 0: log10 odds."));
    }
}
