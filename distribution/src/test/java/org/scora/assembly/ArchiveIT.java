package org.scora.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.LoopbackPorts;

/** Unpacks the archive as an operator would, into a folder with a space in its name, and runs it. */
class ArchiveIT {
    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        home = Files.createDirectories(folder.resolve("an unpacked scora"));
        Process tar = new ProcessBuilder(
                        "tar",
                        "-xzf",
                        System.getProperty("scora.archive"),
                        "-C",
                        home.toString(),
                        "--strip-components=1")
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
    }

    @Test
    void everythingIsInItsPlace() throws IOException {
        assertThat(names(home))
                .containsExactlyInAnyOrder(
                        "LICENSE", "NOTICE", "bin", "conf", "demo", "docs", "lib", "licenses", "var");
        assertThat(names(home.resolve("var"))).contains("README.txt");
        assertThat(names(home.resolve("conf"))).contains("mailetcontainer.xml", "scora.properties");
        assertThat(home.resolve("licenses/THIRD-PARTY.txt")).isNotEmptyFile();
        assertThat(home.resolve("bin/scora")).isExecutable();
    }

    @Test
    void everyMailOfTheDemonstrationEndsWhereItMustAndNothingIsLeftBehind() throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/scora").toString(),
                        "demo",
                        "--once",
                        "--smtp-port",
                        Integer.toString(LoopbackPorts.free()),
                        "--console-port",
                        Integer.toString(LoopbackPorts.free()))
                .redirectErrorStream(true);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary.toRealPath());
        Process demo = builder.start();
        String output = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(demo.waitFor()).as(output).isZero();
        assertThat(output).contains("Every message ended where it must.");
        assertThat(names(temporary)).noneMatch(name -> name.startsWith("scora-demo"));
    }

    @Test
    void theJarForAnExistingJamesHoldsWhatJamesLacksAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("scora.extension"))) {
            List<String> classes = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .toList();

            assertThat(classes)
                    .contains(
                            "org/scora/mailets/ScoraModule.class",
                            "org/scora/check/Scorer.class",
                            "org/scora/extension/jackson/annotation/JsonProperty.class",
                            "org/scora/check/auth/DkimVerification.class",
                            "org/scora/extension/jsoup/Jsoup.class",
                            "org/h2/Driver.class")
                    .noneMatch(name -> name.startsWith("org/scora/server/"))
                    .noneMatch(name -> name.startsWith("org/scora/demo/"))
                    .noneMatch(name -> name.startsWith("org/apache/james/"))
                    .noneMatch(name -> name.startsWith("org/jsoup/"))
                    .noneMatch(name -> name.startsWith("com/fasterxml/"))
                    .noneMatch(name -> name.startsWith("com/google/common/"))
                    .noneMatch(name -> name.startsWith("javax/mail/"));
        }
    }

    @Test
    void theJarForAnExistingJamesOpensItsDatabaseBelowTheClassLoaderOfJames() throws Exception {
        Path working = folder.resolve("existing james");
        Files.createDirectories(working.resolve("conf"));
        Files.writeString(
                working.resolve("conf/scora.properties"),
                "hostname = mx.example.com\ndatabase.url = jdbc:h2:mem:existing-james\n");
        URL extension = Path.of(System.getProperty("scora.extension")).toUri().toURL();
        System.setProperty("working.directory", working.toString());
        try (URLClassLoader james = new URLClassLoader(librariesOfJames(), ClassLoader.getPlatformClassLoader());
                URLClassLoader extensions = new URLClassLoader(new URL[] {extension}, james)) {
            Object module = extensions
                    .loadClass("org.scora.mailets.ScoraModule")
                    .getConstructor()
                    .newInstance();
            assertThat(module.getClass().getClassLoader()).isSameAs(extensions);
        } finally {
            System.clearProperty("working.directory");
        }
    }

    /** What an existing James brings: all but our own and what the jar has to bring along. */
    private static URL[] librariesOfJames() throws IOException {
        List<URL> libraries = new ArrayList<>();
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                if (!String.valueOf(jar.getFileName()).matches("(scora-|h2-|HikariCP|flyway|jdbi|jsoup|icu4j|jte).*")) {
                    libraries.add(jar.toUri().toURL());
                }
            }
        }
        return libraries.toArray(URL[]::new);
    }

    private static List<String> names(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> String.valueOf(child.getFileName())).toList();
        }
    }
}
