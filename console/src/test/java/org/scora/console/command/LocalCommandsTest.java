package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.people.RunningServer;
import org.scora.setting.SettingException;

class LocalCommandsTest {
    private static final String MAIL = "From: A <a@sender.example>\r\nTo: b@example.com\r\nSubject: Hello\r\n"
            + "Date: Tue, 24 Nov 2026 12:00:00 +0000\r\nMessage-ID: <1@sender.example>\r\n\r\nHow are you?\r\n";
    private static final String GTUBE =
            MAIL.replace("How are you?", "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X");

    @TempDir
    Path home;

    private Path zone() throws IOException {
        return Files.writeString(home.resolve("zone"), "sender.example. TXT \"v=spf1 ip4:192.0.2.1 -all\"\n");
    }

    private Path mail(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    @Test
    void aMailIsScoredWithoutAServerAndExplained() throws IOException {
        Ran ran = Ran.scora(
                home,
                "score",
                "--dns",
                zone().toString(),
                mail("spam.eml", GTUBE).toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("Score +").contains("GTUBE");
    }

    @Test
    void whatWouldHaveChangedTheVerdictIsSaidToPeopleAndPrograms() throws IOException {
        String zone = zone().toString();
        String spam = mail("spam.eml", GTUBE).toString();

        assertThat(Ran.scora(home, "score", "--dns", zone, spam).out()).contains(" of 3.0; without GTUBE it would be ");
        assertThat(Ran.scora(home, "score", "--dns", zone, "--sensitivity", "very aggressive", "--json", spam)
                        .out())
                .contains("\"counterfactual\":{\"threshold\":1.0,", "\"without\":[\"GTUBE\"]", "\"group\":\"test\"");
        assertThat(Ran.scora(home, "score", "--sensitivity", "lazy", spam).err())
                .contains("'lazy' is no sensitivity. Expected very cautious, cautious, normal");
    }

    @Test
    void theEnvelopeCountsInTheScore() throws IOException {
        Ran ran = Ran.scora(
                home,
                "score",
                "--json",
                "--dns",
                zone().toString(),
                "--from",
                "a@sender.example",
                "--client-ip",
                "192.0.2.1",
                mail("a.eml", MAIL).toString());

        assertThat(ran.out()).contains("\"spf\":\"PASS\"", "\"spfDomain\":\"sender.example\"");
    }

    @Test
    void severalMailsAndStandardInputAreTold() throws IOException {
        Ran ran = Ran.withInput(
                home,
                GTUBE.getBytes(StandardCharsets.UTF_8),
                "score",
                "--dns",
                zone().toString(),
                "-",
                mail("a.eml", MAIL).toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("a.eml").containsPattern("(?s)GTUBE.*a\\.eml");
    }

    @Test
    void aFileThatIsNotThereIsSaid() throws IOException {
        Ran ran = Ran.scora(home, "score", "--dns", zone().toString(), "nowhere.eml");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("scora: There is no file nowhere.eml.\n");
        assertThat(Ran.scora(home, "score", "--dns", zone().toString(), home.toString())
                        .err())
                .isEqualTo("scora: " + home + " is a folder; name the mail files in it.\n");
    }

    @Test
    void theFilesOfAListAreScoredInItsOrderOnALineEach() throws IOException {
        Path ham = mail("ham.eml", MAIL);
        Path spam = mail("spam.eml", GTUBE);
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            list.append(i % 3 == 0 ? spam : ham).append("\tignored\n");
        }
        Path listFile = Files.writeString(home.resolve("list"), list);

        Ran ran = Ran.scora(home, "score", "--tsv", listFile.toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        List<String[]> rows = ran.out().lines().map(line -> line.split("\t")).toList();
        assertThat(rows).hasSize(100);
        assertThat(rows.get(0)).hasSize(4).startsWith(spam.toString()).endsWith("spam");
        for (int i = 0; i < 100; i++) {
            assertThat(rows.get(i)[0]).isEqualTo((i % 3 == 0 ? spam : ham).toString());
            assertThat(Double.parseDouble(rows.get(i)[1]) > 3).isEqualTo(i % 3 == 0);
            assertThat(Double.parseDouble(rows.get(i)[2]) > 0.999).isEqualTo(i % 3 == 0);
        }
    }

    @Test
    void aFileOfAListThatIsNotThereIsToldAndTheRestIsScored() throws IOException {
        Path ham = mail("ham.eml", MAIL);

        Ran ran = Ran.withInput(
                home, ("nowhere.eml\n\n" + ham + "\n").getBytes(StandardCharsets.UTF_8), "score", "--tsv", "-");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("scora: There is no file nowhere.eml.\n");
        assertThat(ran.out().lines()).hasSize(1).allMatch(line -> line.startsWith(ham + "\t-"));
    }

    @Test
    void aListAndFilesAtOnceOrNeitherAreNotUnderstood() {
        assertThat(Ran.scora(home, "score").err()).contains("Name mail files, or a list of them with --tsv.");
        assertThat(Ran.scora(home, "score", "--tsv", "list", "a.eml").exitCode())
                .isEqualTo(2);
        assertThat(Ran.scora(home, "score", "--tsv", "nowhere").err()).contains("There is no list nowhere.");
        assertThat(Ran.scora(home, "score", "--model", "nowhere", "a.eml").err())
                .contains("There is no model nowhere.");
    }

    @Test
    void aZoneFileThatIsWrongIsAConfigurationError() throws IOException {
        Path zone = Files.writeString(home.resolve("zone"), "what is this\n");

        Ran ran = Ran.scora(
                home, "score", "--dns", zone.toString(), mail("a.eml", MAIL).toString());

        assertThat(ran.exitCode()).isEqualTo(78);
        assertThat(ran.err()).contains("zone").doesNotContain("Exception");
    }

    @Test
    void aRightConfigurationIsSaidToBeRight() {
        Ran ran = Ran.scora(home, "config", "check");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("is right");
    }

    @Test
    void everythingThatIsWrongInTheConfigurationIsTold() {
        List<SettingException> problems = List.of(
                SettingException.of("conf/scora.properties", "hostname", "has to be set", "Write one."),
                SettingException.of("conf/mailetcontainer.xml", "Skore", "unknown", "Did you mean 'Score'?"));

        Ran ran = Ran.withProblems(home, problems, "config", "check");
        Ran json = Ran.withProblems(home, problems, "config", "check", "--json");

        assertThat(ran.exitCode()).isEqualTo(78);
        assertThat(ran.out()).contains("hostname", "Did you mean 'Score'?", "2 problems found");
        assertThat(json.exitCode()).isEqualTo(78);
        assertThat(json.out()).contains("\"key\":\"hostname\"", "\"key\":\"Skore\"");
    }

    @Test
    void aServerIsStopped() throws Exception {
        Process server = process("echo ready; while :; do sleep 1 & wait; done");

        Ran ran = Ran.scora(home, "stop");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("has stopped");
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void aServerThatDoesNotStopIsSaidToRunOn() throws Exception {
        Process server = process("trap '' TERM; echo ready; while :; do sleep 1 & wait; done");

        Ran ran = Ran.scora(home, "stop", "--wait", "1");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("still runs after 1 second");
        server.destroyForcibly().waitFor();
    }

    @Test
    void aProcessThatGotTheServersNumberLaterIsLeftAlone() throws Exception {
        Process other = process("echo ready; while :; do sleep 1 & wait; done");
        Files.setLastModifiedTime(
                home.resolve("var/run/scora.json"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(Ran.scora(home, "stop").exitCode()).isEqualTo(69);
        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly().waitFor();
    }

    // Once it says that it is ready, it is announced as the server of this home.
    private Process process(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(reader.readLine()).isEqualTo("ready");
        }
        new RunningServer(process.pid(), 25, 8000, 8080).announce(home.resolve("var"));
        return process;
    }
}
