package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees when the gateway can not start: which file, which key, what to write, exit code 78. */
class StartUpIT {
    private static final int EX_CONFIG = 78;

    @TempDir
    Path folder;

    @Test
    void everyMistakeIsNamedAtOnceWithItsRemedy() throws Exception {
        try (TestGateway gateway = TestGateway.prepare(folder, "$ORIGIN example.\n")
                .withProperty("databse.url", "jdbc:h2:mem:x")
                .withConf(
                        "mailetcontainer.xml",
                        "<spamQuarantine>normal</spamQuarantine>",
                        "<spamQurantine>normal</spamQurantine>")
                .withConf("mailetcontainer.xml", "<spamDelete>off</spamDelete>", "<spamDelete>never</spamDelete>")
                .withConf("mailetcontainer.xml", "match=\"DispositionIs=delete\"", "match=\"DispositonIs=delete\"")) {
            String said = run(gateway, EX_CONFIG, "start");
            assertThat(said)
                    .contains("scora.properties", "databse.url", "'database.url'")
                    .contains("mailetcontainer.xml", "spamQurantine", "'spamQuarantine'")
                    .contains("spamDelete", "never", "very cautious")
                    .contains("DispositonIs", "DispositionIs")
                    .doesNotContain("\tat ");
            assertThat(run(gateway, EX_CONFIG, "config", "check")).contains("spamQurantine");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() throws Exception {
        try (TestGateway gateway = TestGateway.prepare(folder, "$ORIGIN example.\n")
                .withProperty("database.url", "jdbc:postgresql://127.0.0.1:9/scora")) {
            assertThat(run(gateway, EX_CONFIG, "start"))
                    .contains("database.url")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (TestGateway gateway = TestGateway.prepare(folder, "$ORIGIN example.\n")) {
            gateway.withConf(
                    "scora.properties",
                    "smtp.port = ",
                    "smtp.port = " + gateway.sink().port() + "\n# ");
            assertThat(run(gateway, EX_CONFIG, "start")).contains("smtp.port").contains("port");
        }
    }

    private static String run(TestGateway gateway, int expectedCode, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(gateway.home().resolve("bin/scora").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(expectedCode);
        return said;
    }
}
