package org.scora.storage;

import org.junit.jupiter.api.Nested;

class SessionsTest {

    @Nested
    class OnH2 extends SessionsContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends SessionsContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
