package org.scora.storage;

import org.junit.jupiter.api.Nested;

class HeldCopiesTest {
    @Nested
    class OnH2 extends HeldCopiesContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends HeldCopiesContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
