package org.scora.storage;

import org.junit.jupiter.api.Nested;

class MxHistoryTest {

    @Nested
    class OnH2 extends MxHistoryContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends MxHistoryContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
