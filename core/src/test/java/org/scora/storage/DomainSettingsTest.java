package org.scora.storage;

import org.junit.jupiter.api.Nested;

class DomainSettingsTest {

    @Nested
    class OnH2 extends DomainSettingsContract {
        OnH2() {
            super(TestEngine.H2);
        }
    }

    @Nested
    class OnPostgresql extends DomainSettingsContract {
        OnPostgresql() {
            super(TestEngine.POSTGRESQL);
        }
    }
}
