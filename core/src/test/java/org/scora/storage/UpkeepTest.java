package org.scora.storage;

import org.junit.jupiter.api.Nested;

class UpkeepTest {

    @Nested
    class OnH2 extends UpkeepContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends UpkeepContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
