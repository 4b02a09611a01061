package org.scora;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.mailet.Mailet;
import org.apache.mailet.Matcher;
import org.junit.jupiter.api.Test;

/** The arrows between the modules run one way, and what is written in mailetcontainer.xml stays thin. */
@AnalyzeClasses(packages = "org.scora", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseArchitectureTest {
    private static final int LINES_OF_A_VERB = 100;
    private static final int LINES_OF_A_CLASS = 250;
    private static final String MATCHERS = "org.scora.matchers..";
    private static final String MAILETS = "org.scora.mailets..";
    private static final String CONSOLE = "org.scora.console..";
    private static final String SERVER = "org.scora.server..";
    private static final String DEMO = "org.scora.demo..";
    private static final String FIT = "org.scora.fit..";

    @ArchTest
    static final ArchRule MATCHERS_SEE_CORE_ALONE = noClasses()
            .that()
            .resideInAPackage(MATCHERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MAILETS, CONSOLE, SERVER, DEMO, FIT);

    @ArchTest
    static final ArchRule MAILETS_SEE_CORE_ALONE = noClasses()
            .that()
            .resideInAPackage(MAILETS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MATCHERS, CONSOLE, SERVER, DEMO, FIT);

    @ArchTest
    static final ArchRule THE_CONSOLE_SEES_CORE_ALONE = noClasses()
            .that()
            .resideInAPackage(CONSOLE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MATCHERS, MAILETS, SERVER, DEMO, FIT);

    @ArchTest
    static final ArchRule CORE_SEES_NONE_OF_THEM = noClasses()
            .that()
            .resideOutsideOfPackages(MATCHERS, MAILETS, CONSOLE, SERVER, DEMO, FIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MATCHERS, MAILETS, CONSOLE, SERVER, DEMO, FIT);

    @ArchTest
    static final ArchRule QUESTIONS_LIVE_IN_MATCHERS =
            classes().that().implement(Matcher.class).should().resideInAPackage(MATCHERS);

    @ArchTest
    static final ArchRule ACTIONS_LIVE_IN_MAILETS =
            classes().that().implement(Mailet.class).should().resideInAPackage(MAILETS);

    @Test
    void mailetsAndMatchersAreThin() throws IOException {
        assertThat(longerThan(LINES_OF_A_VERB, Path.of("../matchers/src/main/java")))
                .isEmpty();
        assertThat(longerThan(LINES_OF_A_VERB, Path.of("../mailets/src/main/java")).stream()
                        .filter(HouseArchitectureTest::isMailet)
                        .toList())
                .isEmpty();
    }

    @Test
    void noClassIsLongerThanItMayBe() throws IOException {
        assertThat(longerThan(LINES_OF_A_CLASS, Path.of(".."))).isEmpty();
    }

    private static List<Path> longerThan(int most, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> lines(file).size() > most)
                    .toList();
        }
    }

    private static boolean isMailet(Path file) {
        return lines(file).stream().anyMatch(line -> line.contains("extends GenericMailet"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
