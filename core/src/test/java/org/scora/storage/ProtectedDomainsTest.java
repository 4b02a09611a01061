package org.scora.storage;

import org.junit.jupiter.api.Nested;

class ProtectedDomainsTest {

    @Nested
    class OnH2 extends ProtectedDomainsContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends ProtectedDomainsContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
