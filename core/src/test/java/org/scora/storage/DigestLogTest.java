package org.scora.storage;

import org.junit.jupiter.api.Nested;

class DigestLogTest {
    @Nested
    class OnH2 extends DigestLogContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends DigestLogContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
