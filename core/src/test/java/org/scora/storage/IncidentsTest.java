package org.scora.storage;

import org.junit.jupiter.api.Nested;

class IncidentsTest {

    @Nested
    class OnH2 extends IncidentsContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends IncidentsContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
