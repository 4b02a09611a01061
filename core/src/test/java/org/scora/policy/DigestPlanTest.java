package org.scora.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestPlanTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    // 2026-11-24 is a Tuesday; Berlin is an hour ahead of UTC then.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    daily                 | 2026-11-24T06:00:00Z | 2026-11-24T06:00:00Z
                    daily                 | 2026-11-24T05:59:59Z | 2026-11-23T06:00:00Z
                    weekly                | 2026-11-24T05:00:00Z | 2026-11-23T06:00:00Z
                    weekly                | 2026-11-23T05:00:00Z | 2026-11-16T06:00:00Z
                    hourly                | 2026-11-24T05:30:00Z | 2026-11-24T05:00:00Z
                    7, 12:30,17:00        | 2026-11-24T12:00:00Z | 2026-11-24T11:30:00Z
                    Mon-Fri 8:00, 16:00   | 2026-11-29T12:00:00Z | 2026-11-27T15:00:00Z
                    sat-sun 8             | 2026-11-24T12:00:00Z | 2026-11-22T07:00:00Z
                    fri-mon 8             | 2026-11-24T12:00:00Z | 2026-11-23T07:00:00Z
                    2:30                  | 2026-03-29T12:00:00Z | 2026-03-29T01:30:00Z
                    """)
    void theLastTimeIsFoundByTheClockOnTheWall(String plan, Instant now, Instant due) {
        assertThat(DigestPlan.parse(plan).lastDue(now, BERLIN)).contains(due);
    }

    @Test
    void noneIsNeverDue() {
        assertThat(DigestPlan.parse("none").lastDue(Instant.EPOCH, BERLIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sometimes", "25:00", "7:60", "7:00 12:00", "mo 7", "mon-xyz 7", "7,,8", "mon", "-1"})
    void whatIsNoPlanIsRefused(String text) {
        assertThatThrownBy(() -> DigestPlan.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
