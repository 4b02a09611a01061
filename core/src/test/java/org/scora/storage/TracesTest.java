package org.scora.storage;

import org.junit.jupiter.api.Nested;

class TracesTest {

    @Nested
    class OnH2 extends TracesContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends TracesContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
