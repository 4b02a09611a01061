package org.scora.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
    void aDeliveryReplacesAllThatBecomesOfMailThatWasTaken(Outcome earlier) {
        assertThat(Outcome.DELIVERED.replaces(earlier)).isTrue();
    }

    @Test
    void nothingElseReplacesADelivery() {
        for (Outcome outcome : Outcome.values()) {
            assertThat(outcome.replaces(Outcome.DELIVERED)).isEqualTo(outcome == Outcome.DELIVERED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HELD, QUEUED, true",
        "QUEUED, HELD, true",
        "RELEASED, HELD, true",
        "HELD, RELEASED, false",
        "QUEUED, RELEASED, false",
        "RETURNED, RELEASED, true",
        "FAILED, RELEASED, true",
        "QUEUED, FAILED, true",
        "QUEUED, RETURNED, false",
        "FAILED, RETURNED, false"
    })
    void laterNewsReplacesWhatItCanFollow(Outcome later, Outcome earlier, boolean replaces) {
        assertThat(later.replaces(earlier)).isEqualTo(replaces);
        assertThat(later.replaceable().contains(earlier)).isEqualTo(replaces);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theSameNewsAgainIsTaken(Outcome outcome) {
        assertThat(outcome.replaces(outcome)).isTrue();
    }
}
