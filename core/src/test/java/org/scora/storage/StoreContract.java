package org.scora.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the tests of a subclass on H2 and on PostgreSQL, each test with a database that is new. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
abstract class OnEachEngine {
    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    DatabaseSettings settings;
    Database database;

    @BeforeEach
    void openDatabase() {
        settings = engine.freshDatabase(folder);
        database = Database.open(settings);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    void reopenDatabase() {
        database.close();
        database = Database.open(settings);
    }
}
