package org.scora.storage;

import org.junit.jupiter.api.Nested;

class TotalsTest {

    @Nested
    class OnH2 extends TotalsContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends TotalsContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
