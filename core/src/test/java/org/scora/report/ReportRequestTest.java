package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRequestTest {

    @ParameterizedTest
    @CsvSource({
        "last 7 days example.com, PT168H",
        "last 24 hours example.com, PT24H",
        "last 1 hour example.com, PT1H",
        "last 2 weeks example.com, PT336H",
        "last day example.com, PT24H",
        "last 7 days for example.com, PT168H",
        "example.com, PT168H"
    })
    void readsPeriodAndDomain(String subject, Duration length) {
        assertThat(ReportRequest.parse(subject)).contains(new ReportRequest("example.com", length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LAST 24 Hours Example.COM",
                "  last   24  hours\texample.com  ",
                "Re: last 24 hours example.com",
                "RE: Fwd: re : last 24 hours example.com",
                "AW: WG: last 24hours example.com",
                "last 24 hours example.com."
            })
    void toleratesCaseSpacesAndReplyPrefixes(String subject) {
        assertThat(ReportRequest.parse(subject)).contains(new ReportRequest("example.com", Duration.ofHours(24)));
    }

    @ParameterizedTest
    @CsvSource({
        "last 0 hours example.com, PT1H",
        "last 367 days example.com, PT8784H",
        "last 999999 weeks example.com, PT8784H"
    })
    void keepsThePeriodWithinAnHourAndAYear(String subject, Duration length) {
        assertThat(ReportRequest.parse(subject)).map(ReportRequest::length).contains(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "Lunch on Friday?",
                "last 7 days",
                "last 7 days localhost",
                "last -7 days example.com",
                "last 9999999 days example.com",
                "last 7 years example.com",
                "7 days example.com",
                "anna@example.com",
                "example..com",
                "-example.com",
                "last 7 days example.com and more",
                "last 7 days example.com\r\nBcc: x@evil.example",
                "http://example.com/"
            })
    void anythingElseIsNoRequest(String subject) {
        assertThat(ReportRequest.parse(subject)).isEmpty();
    }

    @Test
    void readsAnInternationalDomainInItsAsciiForm() {
        assertThat(ReportRequest.parse("Bücher.example"))
                .map(ReportRequest::domain)
                .contains("xn--bcher-kva.example");
    }

    @Test
    void doesNotReadALongSubject() {
        assertThat(ReportRequest.parse("re: ".repeat(10_000) + "example.com")).isEmpty();
    }

    @Test
    void thePeriodEndsNow() {
        Instant now = Instant.parse("2026-11-20T14:05:00Z");
        Optional<ReportPeriod> period =
                ReportRequest.parse("last 2 days example.com").map(request -> request.period(now));
        assertThat(period).contains(new ReportPeriod(Instant.parse("2026-11-18T14:05:00Z"), now));
    }
}
