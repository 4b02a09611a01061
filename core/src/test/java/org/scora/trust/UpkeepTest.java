package org.scora.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpkeepTest extends TrustTest {

    @Test
    void whatWasNotedIsWrittenLater() {
        known.note(List.of(new Contact(DOMAIN, "joe@partner.example", NOON, 1, 0)));
        assertThat(database.correspondents().find(DOMAIN, "joe@partner.example"))
                .isEmpty();

        known.write();

        assertThat(database.correspondents().find(DOMAIN, "joe@partner.example"))
                .isPresent();
    }

    @Test
    void whatIsNotedManyTimesIsWrittenOnce() {
        for (int i = 0; i < 1000; i++) {
            known.note(List.of(new Contact(DOMAIN, "joe@partner.example", NOON.plusSeconds(i), 0, 1)));
        }
        known.write();

        assertThat(database.correspondents().find(DOMAIN, "joe@partner.example"))
                .contains(new Acquaintance(NOON.plusSeconds(999), NOON.plusSeconds(999), 0, 1000));
    }

    @Test
    void whatCanNotBeWrittenIsLeftOut() {
        known.note(List.of(new Contact(DOMAIN, "joe@partner.example", NOON, 1, 0)));
        database.close();

        known.write();
    }

    @Test
    void whoWasNotSeenForAYearIsForgotten() {
        writtenTo("joe@partner.example");
        try (Upkeep upkeep = upkeep()) {
            clock.forward(Duration.ofDays(365));
            upkeep.forget();
            assertThat(database.correspondents().find(DOMAIN, "joe@partner.example"))
                    .isPresent();

            clock.forward(Duration.ofSeconds(1));
            upkeep.forget();
            assertThat(database.correspondents().find(DOMAIN, "joe@partner.example"))
                    .isEmpty();
        }
    }

    private Upkeep upkeep() {
        return new Upkeep(
                known,
                database.correspondents(),
                new RememberedGreylist(database.greylist()),
                database.greylist(),
                clock);
    }
}
