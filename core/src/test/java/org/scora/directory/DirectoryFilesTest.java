package org.scora.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.setting.Setting;

class DirectoryFilesTest {
    private static final String ENOUGH =
            "domains = example.com\nurl = ldaps://dc1.example.com\nbase = dc=example,dc=com\n";

    @TempDir
    private Path conf;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(conf.resolve("directories"));
    }

    private void write(String text) throws IOException {
        Files.writeString(conf.resolve("directories/main.properties"), text);
    }

    @Test
    void domainsServerAndBaseAreEnough() throws IOException {
        write(ENOUGH);
        assertThat(DirectoryFiles.problems(conf)).isEmpty();
        assertThat(DirectoryFiles.in(conf)).extracting(Directory::name).containsExactly("main");
    }

    @Test
    void theHandbookNamesAllSettings() throws IOException {
        String page = Files.readString(Path.of("..", "distribution", "docs", "domains.md"));
        assertThat(DirectorySettings.KNOWN)
                .allSatisfy(setting -> assertThat(page).contains("| `" + setting.name() + "` |"));
    }

    @Test
    void withoutAFolderThereIsNoDirectory() {
        assertThat(DirectoryFiles.problems(conf.resolve("nowhere"))).isEmpty();
    }

    @Test
    void defaultsAndExamplesOfAllSettingsAreValid() {
        assertThat(DirectorySettings.KNOWN)
                .allSatisfy(
                        setting -> assertThat(setting.takes(setting.example())).isTrue())
                .extracting(Setting::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bind-d = cn=x|unknown key|Did you mean",
                "url = http://dc1.example.com|is no address of a directory|ldaps://dc1.example.com",
                "url = ldap://dc1.example.com/dc=x|has to be a scheme, a host|ldaps://dc1.example.com",
                "base = people|no distinguished name|ou=people",
                "filter = (mail=*|no LDAP filter|(|(mail=*)(proxyAddresses=*))",
                "domains = example|is not a domain|example.com, example.org",
                "attributes = mail or so|no names of attributes|mail, proxyAddresses",
                "bind-dn = cn=x|password-file: has to be set, too|anonymously",
                "password-file = x|bind-dn: has to be set, too|anonymously",
                "authorities = missing.pem|can not be read|Make the file"
            })
    void whatIsWrongIsNamedWithItsRemedy(String line, String problem, String remedy) throws IOException {
        write(ENOUGH + line + "\n");
        assertThat(DirectoryFiles.problems(conf))
                .singleElement()
                .satisfies(found -> assertThat(found)
                        .hasMessageContaining("main.properties")
                        .hasMessageContaining(problem)
                        .hasMessageContaining(remedy));
    }

    @Test
    void aPasswordDoesNotGoThroughTheNetworkInTheClear() throws IOException {
        Files.writeString(conf.resolve("secret"), "x");
        String account = ENOUGH + "bind-dn = cn=x\npassword-file = secret\nstarttls = false\n";
        write(account + "url = ldap://dc1.example.com\n");
        assertThat(DirectoryFiles.problems(conf))
                .singleElement()
                .satisfies(found -> assertThat(found).hasMessageContaining("starttls: without TLS the password"));
        write(account + "url = ldap://127.0.0.1\n");
        assertThat(DirectoryFiles.problems(conf)).isEmpty();
    }
}
