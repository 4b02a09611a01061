package org.scora.report.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scora.journal.Outcome;
import org.scora.journal.Totals.Hour;
import org.scora.journal.Totals.Refusal;
import org.scora.policy.Disposition;
import org.scora.report.ReportPeriod;
import org.scora.report.contents.Volume.Span;
import org.scora.report.contents.Volume.Unit;
import org.scora.score.Category;

/** When mail came, by the clock of a place. */
class VolumeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(BERLIN).toInstant();
    }

    private static ReportPeriod days(String from, String until) {
        return new ReportPeriod(midnight(from), midnight(until));
    }

    private static Hour hour(String begin, long copies) {
        return new Hour(Instant.parse(begin), Category.SPAM, Disposition.NORMAL, Outcome.DELIVERED, copies, 0);
    }

    private static Volume of(ReportPeriod period, Hour... hours) {
        return Volume.of(List.of(hours), List.of(), period, BERLIN);
    }

    @Test
    void theDayOnWhichClocksGoForwardHas23Hours() {
        Volume volume = of(days("2026-03-28", "2026-03-31"));
        assertThat(volume.spans().stream().map(Span::length))
                .containsExactly(Duration.ofHours(24), Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    void theDayOnWhichClocksGoBackHas25HoursAndAllItsMail() {
        Volume volume = of(
                days("2026-10-24", "2026-10-27"),
                hour("2026-10-24T22:00:00Z", 1),
                hour("2026-10-25T00:00:00Z", 10),
                hour("2026-10-25T01:00:00Z", 100),
                hour("2026-10-25T22:00:00Z", 1000),
                hour("2026-10-25T23:00:00Z", 10_000));
        assertThat(volume.spans().stream().map(Span::length))
                .containsExactly(Duration.ofHours(24), Duration.ofHours(25), Duration.ofHours(24));
        assertThat(volume.spans().stream().map(Span::taken)).containsExactly(0L, 1111L, 10_000L);
        assertThat(volume.hours().get(2).wanted()).isEqualTo(110);
    }

    @Test
    void thePreviousPeriodOfADayOrAMonthIsADayOrAMonth() {
        assertThat(days("2026-10-26", "2026-10-27").previous(BERLIN)).isEqualTo(days("2026-10-25", "2026-10-26"));
        assertThat(days("2026-03-01", "2026-04-01").previous(BERLIN)).isEqualTo(days("2026-02-01", "2026-03-01"));
        assertThat(days("2026-03-09", "2026-03-16").previous(BERLIN)).isEqualTo(days("2026-03-02", "2026-03-09"));
    }

    @Test
    void daysWithoutMailAreThereToo() {
        Volume volume = of(days("2026-11-01", "2026-11-08"), hour("2026-11-05T09:00:00Z", 7));
        assertThat(volume.unit()).isEqualTo(Unit.DAY);
        assertThat(volume.spans().stream().map(Span::taken)).containsExactly(0L, 0L, 0L, 0L, 7L, 0L, 0L);
    }

    @Test
    void aDayIsToldByHoursAndAYearByWeeks() {
        assertThat(of(days("2026-11-01", "2026-11-02")).spans()).hasSize(24);
        assertThat(of(days("2026-01-01", "2027-01-01"))).satisfies(year -> {
            assertThat(year.unit()).isEqualTo(Unit.WEEK);
            assertThat(year.spans()).hasSize(53);
        });
    }

    @Test
    void whatWasRefusedIsCountedBesideWhatWasTaken() {
        Volume volume = Volume.of(
                List.of(hour("2026-11-01T09:00:00Z", 5)),
                List.of(new Refusal(Instant.parse("2026-11-01T08:00:00Z"), "DNS_LIST", 9)),
                days("2026-11-01", "2026-11-04"),
                BERLIN);
        assertThat(volume.spans().get(0)).satisfies(day -> {
            assertThat(day.taken()).isEqualTo(5);
            assertThat(day.refused()).isEqualTo(9);
        });
    }
}
