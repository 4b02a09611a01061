package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.TestGateway;
import org.scora.incident.Incident;
import org.scora.incident.IncidentFacts;
import org.scora.incident.IncidentFacts.Measure;
import org.scora.incident.Subject;

/** Incidents and trials by command, on a real admin API. */
class IncidentCommandsTest {
    private static final Instant NOON = TestGateway.CLOCK.instant();

    @TempDir
    Path home;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(home);
        gateway.protect("example.com");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private String scora(int exitCode, String... arguments) {
        StringWriter printed = new StringWriter();
        int code = ScoraCommand.create(home, unused -> List.of())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(arguments);
        assertThat(code).as(printed.toString()).isEqualTo(exitCode);
        return printed.toString();
    }

    private String open(Subject subject, boolean advisory) {
        Incident incident = gateway.incidents
                .open(
                        subject,
                        NOON.minusSeconds(3600),
                        NOON,
                        advisory,
                        new IncidentFacts(
                                "Something is unusual",
                                List.of(new Measure("held", "few", "many")),
                                Map.of("example.com", 3L),
                                List.of()))
                .orElseThrow();
        return Long.toString(incident.id());
    }

    @Test
    void anIncidentIsListedShownAndClosed() {
        assertThat(scora(0, "incident", "list")).contains("No incident is open.");
        String id = open(new Subject(Subject.Kind.FINDING, "LINK_MISMATCH"), true);

        assertThat(scora(0, "incident", "list")).contains("the finding LINK_MISMATCH", "advisory");
        assertThat(scora(0, "incident", "show", id)).contains("Something is unusual.", "usual: few", "example.com");
        assertThat(scora(0, "incident", "close", id, "--trust")).contains("counts again");
        assertThat(scora(1, "incident", "close", id)).contains("is closed already");
        assertThat(scora(0, "incident", "list", "--all")).contains("closed, trusted");
        assertThat(scora(1, "incident", "undo", id, "--yes")).contains("is trusted");
        assertThat(scora(1, "incident", "show", "99")).contains("There is no incident 99");
    }

    @Test
    void undoingOnlySaysWhatItWouldDoUnlessItIsTold() {
        String id = open(new Subject(Subject.Kind.FINDING, "LINK_MISMATCH"), true);
        gateway.hold("key", "4QX7-M2DA-9KTW", "ann@example.com", "Hello");

        assertThat(scora(0, "incident", "undo", id)).contains("Would release 0 messages, and leave ");
        assertThat(gateway.incidents.beingUndone()).isEmpty();
        assertThat(scora(0, "incident", "undo", id, "--yes", "--dry-run")).contains("Would release 0 messages");
        assertThat(gateway.incidents.beingUndone()).isEmpty();
        assertThat(scora(0, "incident", "undo", id, "--yes")).contains("is being undone");
        assertThat(gateway.incidents.beingUndone()).hasSize(1);
    }

    @Test
    void onlyAFindingCanBeTrusted() {
        String id = open(new Subject(Subject.Kind.SHARE, "example.com"), false);

        assertThat(scora(1, "incident", "close", id, "--trust")).contains("Only a finding can be trusted");
        assertThat(scora(0, "incident", "close", id)).contains("is closed.");
        assertThat(scora(0, "incident", "check")).contains("Nothing new is unusual.");
    }

    @Test
    void aTrialSaysWhatIsMissingAndNamesTheNearest() {
        gateway.hold("key", "4QX7-M2DA-9KTW", "ann@example.com", "Hello");

        assertThat(scora(0, "policy", "try", "--domain", "example.com", "--spam-sensitivity", "cautious"))
                .contains("0 copies of messages", "Newly held: 0.", "Left out: 1 copy");
        assertThat(scora(1, "policy", "try", "--domain", "exampel.com", "--off", "DATE_MISSING"))
                .contains("Did you mean 'example.com'?");
        assertThat(scora(1, "policy", "try", "--domain", "example.com", "--off", "DATE_MISING"))
                .contains("Did you mean 'DATE_MISSING'?");
        assertThat(scora(1, "policy", "try", "--domain", "example.com", "--days", "0", "--off", "DATE_MISSING"))
                .contains("out of range");
        assertThat(scora(1, "policy", "try", "--domain", "example.com")).contains("nothing is changed");
    }
}
