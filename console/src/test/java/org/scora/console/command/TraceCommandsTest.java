package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.TestGateway;
import org.scora.domain.RefusalReason;
import org.scora.journal.RefusalCount;

/** Looking for messages, the sums, and what is stored about persons, by command on a real admin API. */
class TraceCommandsTest {
    private static final String RECEIPT = "4QX7-M2DA-9KTW";

    @TempDir
    Path home;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway(home);
        gateway.protect("example.com");
        gateway.hold("key", RECEIPT, "ann@example.com", "Your parcel");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private String scora(int exitCode, String... arguments) {
        Ran ran = Ran.scora(home, arguments);
        assertThat(ran.exitCode()).as(ran.out() + ran.err()).isEqualTo(exitCode);
        return ran.out() + ran.err();
    }

    @Test
    void theHandbooksExampleIsWhatIsPrinted() throws Exception {
        String page = Files.readString(Path.of("../distribution/docs/tracing.md"));

        assertThat(page)
                .contains(scora(0, "trace", "--recipient", "ann@example.com").strip());
    }

    @Test
    void aMessageIsFoundWithItsWholeWay() {
        assertThat(scora(0, "trace", "--recipient", "ann@example.com"))
                .contains(
                        RECEIPT,
                        "192.0.2.1 brought it from <someone@sender.example> for <ann@example.com>, 4 bytes,"
                                + " subject \"Your parcel\".",
                        "Decision: quarantine, since because.",
                        "scora quarantine show " + RECEIPT);
        assertThat(scora(0, "trace", "--sender", "sender.example", "--subject", "parcel", "--limit", "1"))
                .contains(RECEIPT, "There may be more");
        assertThat(scora(0, "trace", "--receipt", RECEIPT, "--json")).contains("\"copies\":[{\"line\":{\"receipt\"");
    }

    @Test
    void whatIsNotKnownIsSaidWithWhatWasRefused() {
        gateway.journal.addRefused(
                List.of(new RefusalCount("example.com", TestGateway.CLOCK.instant(), RefusalReason.DNS_LIST, 12)));

        assertThat(scora(0, "trace", "--recipient", "bob@example.com", "--sender", "x@far.example", "--days", "1"))
                .contains(
                        "No such message is in the journal",
                        "mail to example.com was refused or put off 12 times",
                        "12 from a server on a block list");
        assertThat(scora(0, "trace", "--receipt", "AAAA-AAAA-AAAA")).contains("no message with this receipt");
    }

    @Test
    void whoSaysNothingIsTold() {
        assertThat(scora(1, "trace")).contains("Name a sender, a recipient");
        assertThat(scora(1, "trace", "--receipt", "x")).contains("A receipt looks like");
    }

    @Test
    void sumsAreComparedAndMadeAgain() {
        assertThat(scora(0, "journal", "rebuild", "--days", "30")).contains("summed up");
        assertThat(scora(0, "journal", "verify", "--days", "30", "--domain", "example.com"))
                .contains("all as the lines say");
    }

    @Test
    void aPersonIsExportedAndErased() {
        assertThat(scora(0, "person", "export", "Ann@example.com"))
                .contains("Mail received: 1", "Held mail: 1", RECEIPT);
        assertThat(scora(2, "person", "erase", "ann@example.com")).contains("--yes");
        assertThat(scora(0, "person", "erase", "ann@example.com", "--yes")).contains("1 journal lines", "Erased.");
        assertThat(scora(0, "person", "export", "ann@example.com")).contains("Nothing is stored");
        assertThat(scora(1, "person", "export", "ann")).contains("is not an address");
        assertThat(scora(0, "audit")).contains("person erased").doesNotContain("ann@example.com");
    }
}
