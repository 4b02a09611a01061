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
    void authoritiesThatCanNotBeReadAreNamed() throws IOException {
        Path conf = home.resolve("conf");
        Files.writeString(conf.resolve("scora.properties"), "tls.authorities=ca.pem\n", StandardOpenOption.APPEND);
        assertThat(ConfigurationCheck.problems(home))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageStartingWith(conf.resolve("scora.properties") + ": tls.authorities: ")
                        .hasMessageContaining("ca.pem can not be read as certificates")
                        .hasMessageContaining("Name a file in the folder conf"));
        Files.writeString(conf.resolve("ca.pem"), "");
        assertThat(ConfigurationCheck.problems(home))
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining("ca.pem holds no certificate"));
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

    @Test
    void aWrongSentenceAmongTheOperatorsTextsIsNamed() throws IOException {
        Path texts =
                Files.createDirectory(home.resolve("conf").resolve("texts")).resolve("mails_de.properties");
        Files.writeString(texts, "action.relase=Los\n");
        assertThat(ConfigurationCheck.problems(home))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasMessage(texts + ": action.relase: unknown key. Did you mean 'action.release'?"));
    }

    @Test
    void mistakesInOtherFilesOfJamesAreNamedWithTheNearestName() throws IOException {
        replace("smtpserver.xml", "connectionLimitPerIP>", "conectionLimitPerIP>");
        replace("smtpserver.xml", "<connectiontimeout>300", "<connectiontimeout>5m");
        replace("smtpserver.xml", "startTLS=\"false\"", "starttls=\"false\"");
        replace("mailrepositorystore.xml", "protocols>", "protocolls>");
        assertThat(ConfigurationCheck.problems(home))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "smtpserver.xml: smtpserver: tls: starttls: there is no such attribute. Did you mean 'startTLS'?",
                        "smtpserver.xml: smtpserver: connectiontimeout: bad value '5m': not a whole number."
                                + " Expected a whole number from 1 to 1000000, for example '1'.",
                        "smtpserver.xml: smtpserver: conectionLimitPerIP: there is no such element."
                                + " Did you mean 'connectionLimitPerIP'?",
                        "mailrepositorystore.xml: mailrepositories: mailrepository"
                                + " org.scora.mailets.repository.QuarantineRepository: protocolls:"
                                + " there is no such element. Did you mean 'protocols'?");
    }

    @Test
    void aFileWithoutWhichThereIsNoGatewayIsMissed() throws IOException {
        Files.delete(home.resolve("conf").resolve("smtpserver.xml"));
        Files.delete(home.resolve("conf").resolve("mailetcontainer.xml"));
        assertThat(ConfigurationCheck.problems(home))
                .extracting(problem -> problem.key())
                .containsExactly("mailetcontainer.xml", "smtpserver.xml");
    }

    @Test
    void portsThatAreEqualAndScannersThatAreNowhereAreNamed() throws IOException {
        Files.writeString(
                home.resolve("conf").resolve("scora.properties"),
                "smtp.port=8080\nadmin.port=8080\nscanner.required=clamav, icap\nscanner.icap=127.0.0.1:1344\n",
                StandardOpenOption.APPEND);
        String file = home.resolve("conf").resolve("scora.properties").toString();
        assertThat(ConfigurationCheck.problems(home))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        file + ": scanner.required: mail would wait for 'clamav' for ever, for it is not said where it"
                                + " listens. Write its address under scanner.clamav, or take the name out here.",
                        file + ": admin.port: 8080 is the port of smtp.port too. Give each of them a port of its own.",
                        file + ": console.port: 8080 is the port of smtp.port too."
                                + " Give each of them a port of its own.");
    }

    @Test
    void anOperatorWithoutAMailboxIsNoOperator() throws IOException {
        Path file = home.resolve("conf").resolve("scora.properties");
        Files.writeString(file, "operator.address=me@MX1.gateway.example\n", StandardOpenOption.APPEND);
        assertThat(ConfigurationCheck.problems(home))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        file + ": operator.address: 'me@MX1.gateway.example' is at this gateway itself, which has"
                                + " no mailboxes. Write an address whose mailbox somebody reads.");
        Files.writeString(file, "operator.address=me\n", StandardOpenOption.APPEND);
        assertThat(ConfigurationCheck.problems(home))
                .extracting(problem -> problem.key())
                .containsExactly("operator.address");
    }

    private void replace(String file, String text, String replacement) throws IOException {
        Path path = home.resolve("conf").resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, replacement));
    }
}
