package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scora.console.command.CommandReference;
import org.scora.policy.ProfileSettings;
import org.scora.score.FindingsReference;
import org.scora.score.Weights;
import org.scora.setting.ChainReference;
import org.scora.setting.GatewayReference;

/** Holds the handbook against the code: its generated pages are current, and its links lead somewhere. */
class HandbookTest {
    private static final Path HANDBOOK = Path.of("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void thePageAboutTheChainIsCurrent() throws IOException {
        assertCurrent("mailetcontainer.md", ChainReference.markdown(ConfigurationCheck.verbs()));
    }

    @Test
    void thePageAboutTheCommandsIsCurrent() throws IOException {
        assertCurrent("commands.md", CommandReference.of(Main.commandLine(Path.of("home"))));
    }

    @Test
    void thePageAboutTheGatewaysSettingsIsCurrent() throws IOException {
        assertCurrent("scora-properties.md", GatewayReference.markdown());
    }

    @Test
    void thePageAboutProfilesIsCurrent() throws IOException {
        assertCurrent("profile-settings.md", ProfileSettings.markdown());
    }

    @Test
    void thePageAboutTheFindingsIsCurrent() throws IOException {
        assertCurrent("findings.md", FindingsReference.markdown(Weights.shipped()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            assertThat(page.toAbsolutePath().resolveSibling(link.group(1)).normalize())
                    .as("%s in %s", link.group(1), page)
                    .exists();
        }
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> handbook = Files.walk(HANDBOOK)) {
            return Stream.concat(
                    Stream.of(Path.of("..", "README.md"), Path.of("..", "CONTRIBUTING.md")),
                    handbook.filter(file -> file.toString().endsWith(".md")).toList().stream());
        }
    }

    private static void assertCurrent(String page, String made) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "docs"));
        Files.writeString(folder.resolve(page), made);
        assertThat(HANDBOOK.resolve(page))
                .as("copy %s over it", folder.resolve(page))
                .content()
                .isEqualTo(made);
    }
}
