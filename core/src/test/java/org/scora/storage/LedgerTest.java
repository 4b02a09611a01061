package org.scora.storage;

import org.junit.jupiter.api.Nested;

class LedgerTest {

    @Nested
    class OnH2 extends LedgerContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends LedgerContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
