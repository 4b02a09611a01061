package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.setting.SettingException;

/** What an operator is told when the database can not be opened. */
class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void aSecondServerOnOneEmbeddedDatabaseIsToldSo() throws Exception {
        try (ForkedJvm other = new ForkedJvm(CommitForever.class, folder.toString(), "other")) {
            other.next(CommitForever.OPEN);

            assertRefused(
                    TestEngine.H2.freshDatabase(folder),
                    "database.url",
                    "another process uses",
                    "Stop the other server");
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithARemedy() {
        assertRefused(
                new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/scora?password=secret", "scora", "", 2),
                "database.url",
                "can not connect to jdbc:postgresql://127.0.0.1:1/scora: Connection refused",
                "Check that the database runs");
    }

    @Test
    void aDatabaseThatWasNotMadeIsNamedWithARemedy() {
        DatabaseSettings fresh = TestEngine.POSTGRESQL.freshDatabase(folder);
        assertRefused(
                new DatabaseSettings(fresh.url().replaceAll("test_\\d+", "missing"), "postgres", "", 2),
                "database.url",
                "does not exist",
                "createdb");
    }

    @Test
    void aWrongPasswordIsNamed() {
        DatabaseSettings settings = TestEngine.H2.freshDatabase(folder);
        Database.open(settings).close();

        assertRefused(
                new DatabaseSettings(settings.url(), "scora", "wrong", 2),
                "database.password",
                "refuses user 'scora'",
                "Write");
    }

    @Test
    void aFolderThatCanNotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(
                TestEngine.H2.freshDatabase(file), "database.url", "can not connect", "its folder can be written");
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() {
        assertRefused(
                new DatabaseSettings("jdbc:mysql://127.0.0.1/scora", "scora", "", 2),
                "database.url",
                "no database that Scora knows: 'jdbc:mysql://127.0.0.1/scora'",
                "jdbc:h2:file:");
    }

    @Test
    void anOpenDatabaseIsReachableAndAClosedOneIsNot() {
        Database database = Database.open(TestEngine.H2.freshDatabase(folder));
        assertThat(database.reachable()).isTrue();

        database.close();
        assertThat(database.reachable()).isFalse();
    }

    private static void assertRefused(DatabaseSettings settings, String key, String problem, String remedy) {
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("scora.properties: " + key + ": ")
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("secret");
    }
}
