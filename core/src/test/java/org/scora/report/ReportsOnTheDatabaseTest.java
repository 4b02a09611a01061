package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.journal.Journal;
import org.scora.journal.Outcome;
import org.scora.policy.Disposition;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Sources;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** The journal that the other tests keep in memory answers as the real one does. */
class ReportsOnTheDatabaseTest {

    @Test
    void theReportSaysTheSameAsFromMemory(@TempDir Path folder) {
        Week week = new Week()
                .normal(4, Outcome.DELIVERED)
                .normal(2, Outcome.QUEUED)
                .normal(1, Outcome.RETURNED)
                .held(105)
                .add("v@virus.example", "Invoice", 6.5, Disposition.DELETE, Outcome.DELETED)
                .add("b@partner.example", "Order", 3.5, Disposition.QUARANTINE, Outcome.RELEASED);
        week.add(week.line("anna@example.com", Week.PERIOD.until().plusSeconds(1), "Too late"))
                .add(week.line("bob@other.example", Week.PERIOD.from(), "To another domain"));
        try (Database database =
                Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 2))) {
            Journal journal = database.journal();
            journal.record(week.journal.between(
                    Optional.empty(), Week.PERIOD.from(), Week.PERIOD.until().plusSeconds(2), 1000));
            Sources sources = new Sources(
                    journal,
                    database.totals(),
                    database.opinions(),
                    database.senderLists(),
                    domain -> ExampleWeeks.rules());
            Contents contents = new Reports(
                            Reports.Making.plain(sources), "mx1.gateway.example", Clock.fixed(Week.NOW, ZoneOffset.UTC))
                    .contents(Optional.of(Week.DOMAIN), Week.PERIOD, ZoneOffset.UTC);
            assertThat(contents)
                    .usingRecursiveComparison()
                    .ignoringCollectionOrder()
                    .ignoringFields("tables")
                    .isEqualTo(week.contents());
            assertThat(List.of(contents.now().messages(), contents.omitted(), contents.overdue()))
                    .containsExactly(114L, 86L, 2L);
        }
    }
}
