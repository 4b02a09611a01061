package org.scora.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a store that hold on each database; each test has a database that is new. */
abstract class StoreContract {
    private final TestEngine engine;

    @TempDir
    Path folder;

    DatabaseSettings settings;
    Database database;

    StoreContract(TestEngine engine) {
        this.engine = engine;
    }

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
