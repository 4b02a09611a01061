package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.TestGateway;
import org.scora.incident.IncidentFacts;
import org.scora.incident.Subject;
import org.scora.journal.Outcome;

class ChecksCommandTest {
    @TempDir
    Path home;

    @Test
    void everyFindingIsListedAsItCountsOnThisSite() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/findings.tsv"),
                "LINK_MISMATCH\t0.25\nHIDDEN_TEXT\toff\nOWN_PRIZE\t2\tspam\tsubject\tprize\tIt promises a prize.\n");

        Ran ran = Ran.scora(home, "checks");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines().map(line -> line.replaceAll(" {2,}", " ")))
                .contains(
                        "Points Finding Group What it says",
                        "+0.25 LINK_MISMATCH link A link leads to another place than the one it shows.",
                        "+2.00 OWN_PRIZE own It promises a prize.")
                .anyMatch(line -> line.startsWith("off HIDDEN_TEXT html "))
                .anyMatch(line -> line.endsWith("(ADVANCE_FEE_HINTS & REPLY_TO_ELSEWHERE & -DMARC_PASS)"))
                .noneMatch(line -> line.contains("PRIOR"));
    }

    @Test
    void aRunningServerSaysHowOftenEachFiredAndWasOverruled() {
        try (TestGateway gateway = new TestGateway(home)) {
            gateway.protect("example.com");
            gateway.hold("k1", "AAAA-AAAA-AAAA", "a@example.com", "one");
            gateway.hold("k2", "BBBB-BBBB-BBBB", "b@example.com", "two");
            gateway.journal.update("BBBB-BBBB-BBBB", "b@example.com", Outcome.RELEASED, "");

            assertThat(Ran.scora(home, "checks").out())
                    .containsPattern("LINK_MISMATCH +link +2 +1 +A link leads")
                    .containsPattern("GTUBE +test +0 +0 +")
                    .contains("Seen and overruled: of 2 messages in 7 days.");
            assertThat(Ran.scora(home, "checks", "--json").out())
                    .contains("\"name\":\"LINK_MISMATCH\"", "\"counted\":{\"fired\":2,\"overruled\":1}");
        }
    }

    @Test
    void aFindingThatIsAdvisoryIsMarked() {
        try (TestGateway gateway = new TestGateway(home)) {
            Instant now = TestGateway.CLOCK.instant();
            gateway.incidents.open(
                    new Subject(Subject.Kind.FINDING, "LINK_MISMATCH"),
                    now,
                    now,
                    true,
                    new IncidentFacts("It is broken", List.of(), Map.of(), List.of()));

            assertThat(Ran.scora(home, "checks").out())
                    .containsPattern(
                            "advisory +LINK_MISMATCH +link .*advisory since .*, incident 1: it weighs nothing");
            assertThat(Ran.scora(home, "checks", "--json").out()).contains("\"incident\":1");
        }
    }

    @Test
    void aBrokenFileIsAConfigurationError() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/findings.tsv"), "NOTHING\t1\n");

        Ran ran = Ran.scora(home, "checks");

        assertThat(ran.exitCode()).isEqualTo(78);
        assertThat(ran.err()).contains("findings.tsv:1: NOTHING: there is no such finding");
    }
}
