package org.scora.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scora.setting.ChainReference;
import org.scora.setting.GatewaySettings;
import org.scora.setting.Setting;
import org.scora.setting.Verb;

class ShippedConfigurationTest {
    private static final Path CONF = Path.of("src/main/conf");

    @Test
    void theShippedChainHasNoProblems() {
        assertThat(OurVerbs.check().problems(CONF.resolve("mailetcontainer.xml")))
                .isEmpty();
    }

    @Test
    void theShippedSettingsLackNothingButTheHostName(@TempDir Path home) throws IOException {
        String shipped = Files.readString(CONF.resolve("scora.properties"));
        Files.createDirectories(home.resolve("conf"));
        Path file = home.resolve("conf").resolve("scora.properties");

        Files.writeString(file, shipped);
        assertThat(GatewaySettings.problems(home))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("hostname"));

        Files.writeString(file, shipped.replace("hostname=", "hostname=mx1.gateway.example"));
        assertThat(GatewaySettings.problems(home)).isEmpty();
    }

    @Test
    void theShippedSettingsShowEverySettingWithItsDefault() throws IOException {
        Properties uncommented = new Properties();
        uncommented.load(Files.newBufferedReader(CONF.resolve("scora.properties")));
        try (Stream<String> lines = Files.lines(CONF.resolve("scora.properties"))) {
            for (String line :
                    lines.filter(line -> line.matches("#[a-z.-]+=.*")).toList()) {
                String[] parts = line.substring(1).split("=", 2);
                uncommented.setProperty(parts[0], parts[1]);
            }
        }
        assertThat(uncommented.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        GatewaySettings.known().stream().map(Setting::name).toList());
        for (Setting<?> setting : GatewaySettings.known()) {
            assertThat(uncommented.getProperty(setting.name()))
                    .as(setting.name())
                    .isEqualTo(setting.defaultText().orElse(""));
        }
    }

    @Test
    void everyVerbIsInTheReferenceWithEverySetting() {
        String reference = ChainReference.markdown(OurVerbs.all());
        for (Verb verb : OurVerbs.all()) {
            assertThat(reference).contains("### " + verb.name() + "\n").contains(verb.sentence());
            verb.settings().forEach(setting -> assertThat(reference).contains("| `" + setting.name() + "` |"));
        }
    }

    @Test
    void everyActionHasItsPlaceInTheShippedChain() throws IOException {
        String chain = Files.readString(CONF.resolve("mailetcontainer.xml"));
        OurVerbs.all().stream()
                .filter(verb -> verb.kind() == Verb.Kind.MAILET)
                .forEach(verb -> assertThat(chain).contains("class=\"" + verb.name() + "\""));
    }

    @ParameterizedTest
    @MethodSource("xmlFiles")
    void everyFileIsWellFormed(Path file) throws Exception {
        assertThat(DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement()
                        .hasChildNodes())
                .isTrue();
    }

    static List<Path> xmlFiles() throws IOException {
        try (Stream<Path> files = Files.list(CONF)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
