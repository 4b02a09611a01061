package org.scora.storage;

import org.junit.jupiter.api.Nested;

class HeldMessagesTest {

    @Nested
    class OnH2 extends HeldMessagesContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends HeldMessagesContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
