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
import org.scora.setting.ChainReference;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Setting;

/** The handbook's generated pages say what the code says; a page that does not is written anew into target/docs. */
class HandbookTest {
    private static final Path DOCS = Path.of("docs");
    private static final Path NEW_DOCS = Path.of("target", "docs");

    @Test
    void commands() throws IOException {
        assertPage("commands.md", CommandReference.of(Main.commandLine(Path.of("scora"))));
    }

    @Test
    void mailetcontainer() throws IOException {
        assertPage("mailetcontainer.md", ChainReference.markdown(ConfigurationCheck.verbs()));
    }

    @Test
    void scoraProperties() throws IOException {
        StringBuilder page =
                new StringBuilder("# scora.properties\n\nThe file `conf/scora.properties`, read at start-up. "
                        + "`scora config check` finds what is wrong in it.\n\n| key | value | default | what it does |\n"
                        + "| --- | --- | --- | --- |\n");
        for (Setting<?> setting : GatewaySettings.known()) {
            page.append(String.format(
                    "| `%s` | %s | %s | %s |%n",
                    setting.name(),
                    setting.kind(),
                    setting.defaultText()
                            .map(text -> text.isEmpty() ? "(none)" : "`" + text + "`")
                            .orElse("has to be set"),
                    setting.sentence()));
        }
        assertPage("scora-properties.md", page.toString());
    }

    private static void assertPage(String name, String expected) throws IOException {
        Files.createDirectories(NEW_DOCS);
        Files.writeString(NEW_DOCS.resolve(name), expected);
        Path page = DOCS.resolve(name);
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("docs/%s; a new one is in %s", name, NEW_DOCS)
                .isEqualTo(expected);
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.walk(DOCS), Stream.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md")))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)").matcher(Files.readString(page));
        while (links.find()) {
            String target = links.group(1);
            if (!target.contains("://")) {
                assertThat(page.resolveSibling(target).normalize())
                        .as("link in %s", page)
                        .exists();
            }
        }
    }
}
