package org.scora.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {
    @TempDir
    private Path home;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(home.resolve("conf"));
    }

    private void write(String... lines) throws IOException {
        Files.write(home.resolve("conf").resolve(GatewaySettings.FILE), java.util.List.of(lines));
    }

    @Test
    void hostnameIsEnough() throws IOException {
        write("hostname = mx1.gateway.example");
        GatewaySettings settings = GatewaySettings.read(home);
        assertThat(settings.get(GatewaySettings.HOSTNAME)).isEqualTo("mx1.gateway.example");
        assertThat(settings.get(GatewaySettings.SMTP_PORT)).isEqualTo(25);
        assertThat(settings.varFolder()).isEqualTo(home.resolve("var"));
        assertThat(GatewaySettings.problems(home)).isEmpty();
    }

    @Test
    void defaultsAndExamplesOfAllSettingsAreValid() {
        assertThat(GatewaySettings.known()).allSatisfy(setting -> {
            assertThat(setting.parser().apply(setting.example())).isNotNull();
            assertThat(setting.sentence()).endsWith(".");
        });
        assertThat(GatewaySettings.known()).extracting(Setting::name).doesNotHaveDuplicates();
    }

    @Test
    void missingFileIsNamedWithTheRemedy() {
        String file = home.resolve("conf").resolve("scora.properties").toString();
        assertThatThrownBy(() -> GatewaySettings.read(home))
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        file + ": scora.properties: the file is missing. Copy it from the distribution's conf folder.");
        assertThat(GatewaySettings.problems(home)).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsReportedWithItsPlace() throws IOException {
        write("hostnam = mx1.gateway.example", "smtp.port = 0", "dns.timeout-ms = soon");
        assertThat(GatewaySettings.problems(home))
                .extracting(SettingException::key)
                .containsExactlyInAnyOrder("hostnam", "hostname", "smtp.port", "dns.timeout-ms");
        assertThat(GatewaySettings.problems(home))
                .allSatisfy(problem -> assertThat(problem.place()).endsWith("scora.properties"))
                .anySatisfy(problem -> assertThat(problem).hasMessageContaining("Did you mean 'hostname'?"));
        assertThatThrownBy(() -> GatewaySettings.read(home)).isInstanceOf(SettingException.class);
    }

    @Test
    void sealersAndScannersAreReadAsTheyAreMeant() throws IOException {
        write(
                "hostname = mx1.gateway.example",
                "arc.trusted-sealers = Lists.example , google.com",
                "scanner.clamav = unix:/run/clamav/clamd.ctl",
                "scanner.rspamd = [::1]:11333",
                "scanner.required = clamav, rspamd");
        GatewaySettings settings = GatewaySettings.read(home);
        assertThat(settings.get(GatewaySettings.ARC_TRUSTED_SEALERS))
                .containsExactlyInAnyOrder("lists.example", "google.com");
        assertThat(settings.get(ScannerSettings.CLAMAV).orElseThrow().isUnix()).isTrue();
        assertThat(settings.get(ScannerSettings.RSPAMD).orElseThrow().isUnix()).isFalse();
        assertThat(settings.get(ScannerSettings.SPAMD)).isEmpty();
        assertThat(settings.get(ScannerSettings.REQUIRED)).containsExactlyInAnyOrder("clamav", "rspamd");
    }

    @ParameterizedTest
    @CsvSource({
        "scanner.clamav, 127.0.0.1, no address of a server",
        "scanner.spamd, 127.0.0.1:0, no address of a server",
        "scanner.rspamd, http://127.0.0.1:11333/, no address of a server",
        "scanner.clamav, unix:clamd.ctl, no address of a server",
        "scanner.required, clamd, no scanner is named 'clamd'",
        "scanner.icap-service, a b, no path of a service",
        "arc.trusted-sealers, @google.com, '@google.com' is no domain",
    })
    void aWrongSealerOrScannerIsRefused(String key, String value, String problem) throws IOException {
        write("hostname = mx1.gateway.example", key + " = " + value);
        assertThat(GatewaySettings.problems(home))
                .singleElement()
                .satisfies(found -> assertThat(found).hasMessageContaining(key).hasMessageContaining(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a.example", "a b", "a..example", "a.example.", "ä.example", "a_b.example"})
    void whatIsNoHostNameIsRefused(String hostname) throws IOException {
        write("hostname = " + hostname);
        assertThat(GatewaySettings.problems(home))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining("not a host name")
                        .hasMessageContaining("mx1.gateway.example"));
    }

    @Test
    void fileThatIsNoPropertiesFileIsAnErrorThatSaysHowToWriteIt() throws IOException {
        write("hostname = mx1.gateway.example", "database.url = C:\\users");
        assertThat(GatewaySettings.problems(home))
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("A backslash has to be written twice."));
    }

    @ParameterizedTest
    @CsvSource({
        "hostname, 127.0.0.1, not a host name",
        "smtp.address, 999.1.1.1, no address",
        "smtp.address, mail server, no address",
        "console.address, '', no address",
        "database.url, jdbc:mysql://db.example.com/scora, no database that Scora works with",
        "database.url, '', no database that Scora works with"
    })
    void anAddressThatCanNotBeOneIsFoundBeforeTheServerStarts(String key, String value, String problem)
            throws IOException {
        write("hostname = mx1.gateway.example", key + " = " + value);
        assertThat(GatewaySettings.problems(home))
                .singleElement()
                .satisfies(found ->
                        assertThat(found).hasMessageContaining(key + ": bad value '" + value + "': " + problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "192.0.2.7", "mx1.gateway.example", "localhost"})
    void addressesAndNamesCanBeListenedOn(String address) throws IOException {
        write("hostname = mx1.gateway.example", "smtp.address = " + address, "console.address = " + address);
        assertThat(GatewaySettings.problems(home)).isEmpty();
    }
}
