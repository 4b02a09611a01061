package org.scora.storage;

import org.junit.jupiter.api.Nested;

class JournalTest {

    @Nested
    class OnH2 extends JournalContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends JournalContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
