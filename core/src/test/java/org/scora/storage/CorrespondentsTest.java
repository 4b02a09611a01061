package org.scora.storage;

import org.junit.jupiter.api.Nested;

class CorrespondentsTest {

    @Nested
    class OnH2 extends CorrespondentsContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends CorrespondentsContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
