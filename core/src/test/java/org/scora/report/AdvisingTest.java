package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Outcome;
import org.scora.policy.Disposition;
import org.scora.policy.ListEntry;
import org.scora.report.advice.Advice;
import org.scora.report.advice.Advising;

/** Advice: none without reason, and none that could harm who follows it. */
class AdvisingTest {
    private final ExampleWeeks weeks = new ExampleWeeks();

    private List<Advice> advice() {
        return weeks.reports()
                .make(Optional.of(ExampleWeeks.domain()), ExampleWeeks.WEEK, ExampleWeeks.ZONE)
                .advice();
    }

    @Test
    void eachHasItsEvidenceAndItsCommand() {
        assertThat(advice())
                .extracting(Advice::name)
                .containsExactly("forgeable-entry", "missing-mailbox", "allow-sender");
        assertThat(advice())
                .extracting(advice -> advice.command().orElse(""))
                .containsExactly(
                        "scora list allow add --domain=example.com newsletter.example",
                        "scora domain mailboxes add example.com purchasing",
                        "scora list allow add --domain=example.com orders@printer.example");
    }

    @Test
    void whoIsAllowedAlreadyIsNotAdvisedAgain() {
        weeks.lists.add(
                new ListEntry(ListEntry.Kind.ALLOW, "example.com", "printer.example", false, Optional.empty(), ""));
        assertThat(advice()).extracting(Advice::name).doesNotContain("allow-sender");
    }

    @Test
    void aSenderWhoseAddressAShellWouldRunIsNotAdvised() {
        Week week = new Week();
        for (int i = 0; i < 5; i++) {
            JournalLine line = week.line("$(reboot)@evil.example", "Hi", 3.2, Disposition.QUARANTINE, Outcome.RELEASED);
            week.add(line);
            week.opinions.add(
                    new Opinion(line.receipt(), line.recipient(), Opinion.Kind.RELEASED, line.receivedAt(), "anna"));
        }
        assertThat(Advising.of(new ExampleWeeks.Entries(List.of())).about(week.contents()))
                .extracting(Advice::name)
                .doesNotContain("allow-sender");
    }

    @Test
    void anAdviserThatFailsTakesNothingFromTheReport() {
        Advising advising = Advising.of(weeks.lists).with(contents -> {
            throw new IllegalStateException("the DNS is down");
        });
        assertThat(advising.about(weeks.reports()
                        .contents(Optional.of(ExampleWeeks.domain()), ExampleWeeks.WEEK, ExampleWeeks.ZONE)))
                .hasSize(3);
    }

    @Test
    void anEmptyPeriodAdvisesNothing() {
        assertThat(Advising.of(new ExampleWeeks.Entries(List.of())).about(new Week().contents()))
                .isEmpty();
    }
}
