package org.scora.storage;

import org.junit.jupiter.api.Nested;

class GreylistTest {

    @Nested
    class OnH2 extends GreylistContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends GreylistContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
