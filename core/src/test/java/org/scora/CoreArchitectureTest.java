package org.scora;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the packages of core. Which package may see which stands in their package-info files. */
class CoreArchitectureTest {
    private static final Path SOURCE = Path.of("src/main/java/org/scora");
    private static final Pattern SEES = Pattern.compile("\\bSees (nothing|\\{@code)[^.]*\\.");
    private static final Pattern NAME = Pattern.compile("\\{@code (\\w+)}");

    private static final String[] SQL = {
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.flywaydb..",
        "com.zaxxer..",
        "org.h2..",
        "org.postgresql..",
        "com.github.kagkarlsson.."
    };
    private static final String[] JAMES_LIBRARIES = {"org.apache.james.mime4j..", "org.apache.james.jspf.."};
    private static final String[] SERVERS = {
        "org.apache.mailet..",
        "spark..",
        "io.undertow..",
        "org.eclipse.jetty..",
        "io.netty..",
        "javax.servlet..",
        "javax.jms..",
        "org.apache.activemq..",
        "com.google.inject..",
        "javax.inject.."
    };

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.scora");

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSeesOnlyWhatItsPackageInfoNames(String name) throws IOException {
        String[] allowed = Stream.concat(Stream.of(name), namedIn(name).stream())
                .map(seen -> "org.scora." + seen + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("org.scora." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("org.scora..").or(resideInAnyPackage(allowed)))
                .because(name + "/package-info.java says so")
                .check(CORE);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("org.scora.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void onlyStorageSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.scora.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SQL)
                .check(CORE);
    }

    @Test
    void coreKnowsNoServer() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(SERVERS).check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.apache.james..").and(resideOutsideOfPackages(JAMES_LIBRARIES)))
                .check(CORE);
    }

    @Test
    void onlyReportUsesTemplates() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.scora.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..")
                .check(CORE);
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCE)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    /** The packages behind "Sees", up to the end of that sentence. */
    private static List<String> namedIn(String name) throws IOException {
        String info = Files.readString(SOURCE.resolve(name).resolve("package-info.java"))
                .replaceAll("\\s*\\R \\*\\s*", " ");
        Matcher sees = SEES.matcher(info);
        assertThat(sees.find())
                .as("%s/package-info.java says what it sees", name)
                .isTrue();
        return NAME.matcher(sees.group()).results().map(found -> found.group(1)).toList();
    }
}
