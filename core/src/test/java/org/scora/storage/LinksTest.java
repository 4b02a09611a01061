package org.scora.storage;

import org.junit.jupiter.api.Nested;

class LinksTest {

    @Nested
    class OnH2 extends LinksContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends LinksContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
