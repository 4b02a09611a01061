package org.scora.storage;

import org.junit.jupiter.api.Nested;

class SenderListsTest {

    @Nested
    class OnH2 extends SenderListsContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends SenderListsContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
