package org.scora.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/scora} with a Java that tells what it was asked to do. */
class ScoraScriptTest {
    @TempDir
    Path folder;

    private Path home;
    private Path script;
    private Path javaHome;

    @BeforeEach
    void unpack() throws IOException {
        home = Files.createDirectories(folder.resolve("a home with spaces"));
        script = home.resolve("bin/scora");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("src/main/bin/scora"), script);
        javaHome = folder.resolve("java");
        installJava("openjdk version \"17.0.15\" 2025-04-15");
    }

    @Test
    void theHomeIsFoundFromAnyFolder() throws Exception {
        assertThat(run(script, "status").lines()).contains("-Dscora.home=" + home.toRealPath());
    }

    @Test
    void theHomeIsFoundThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("scora"), script);
        Path linkToLink = Files.createSymbolicLink(folder.resolve("scora2"), link.getFileName());

        assertThat(run(linkToLink, "status").lines()).contains("-Dscora.home=" + home.toRealPath());
    }

    @Test
    void argumentsArriveAsTheyAre() throws Exception {
        assertThat(run(script, "score", "two words", "*", "$HOME").lines())
                .endsWith("org.scora.server.Main", "score", "two words", "*", "$HOME");
    }

    @Test
    void theGatewayGetsItsHeapAndTheConfiguredLog() throws Exception {
        assertThat(run(script, "start").lines())
                .contains("-Xmx512m", "-Dlogback.configurationFile=" + home.toRealPath() + "/conf/logback.xml");
    }

    @Test
    void commandsStayOutOfTheGatewaysLog() throws Exception {
        assertThat(run(script, "domain", "list").lines())
                .contains("-Dlogback.configurationFile=logback-commands.xml")
                .doesNotContain("-Xmx512m");
    }

    @Test
    void aJavaThatIsTooOldIsNamed() throws Exception {
        installJava("openjdk version \"11.0.2\" 2019-01-15");

        Run run = run(script, "start");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("Java 17 or newer is needed").contains("version 11");
    }

    @Test
    void theNumberingOfOldJavasIsUnderstood() throws Exception {
        installJava("java version \"1.8.0_292\"");

        assertThat(run(script, "start").exitCode()).isEqualTo(1);
    }

    @Test
    void aWrongJavaHomeIsNamed() throws Exception {
        Files.delete(javaHome.resolve("bin/java"));

        assertThat(run(script, "start").output()).contains("JAVA_HOME is " + javaHome);
    }

    private record Run(int exitCode, String output) {
        List<String> lines() {
            return output.lines().toList();
        }
    }

    private Run run(Path command, String... arguments) throws Exception {
        String[] line = Stream.concat(Stream.of(command.toString()), Arrays.stream(arguments))
                .toArray(String[]::new);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private void installJava(String versionLine) throws IOException {
        Path java = javaHome.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(
                java,
                "#!/bin/sh\nif [ \"$1\" = -version ]; then echo '" + versionLine
                        + "' >&2; exit; fi\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
