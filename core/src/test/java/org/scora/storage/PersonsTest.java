package org.scora.storage;

import org.junit.jupiter.api.Nested;

class PersonsTest {

    @Nested
    class OnH2 extends PersonsContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends PersonsContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
