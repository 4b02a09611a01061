package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.checkup.CheckUpResult;
import org.scora.checkup.SmallMailServer;
import org.scora.checkup.Stage;
import org.scora.console.TestGateway;
import org.scora.message.Json;
import picocli.CommandLine;

/** The check-up by command, with a zone and a mail server of the test. */
class DomainCheckTest {
    private static final String GATEWAY = """
            mx1.gateway.example.      A    192.0.2.25
            25.2.0.192.in-addr.arpa.  PTR  mx1.gateway.example.
            """;
    private static final String ELSEWHERE = GATEWAY + "example.com. 300 MX 10 old.example.com.\n";
    private static final String HERE = GATEWAY + "example.com. 3600 MX 5 mx1.gateway.example.\n";

    private static TestGateway gateway;
    private final SmallMailServer mailServer = new SmallMailServer();

    @BeforeAll
    static void start(@TempDir Path home) {
        gateway = new TestGateway(home);
    }

    @BeforeEach
    void protectADomain() {
        gateway.forgetAll();
        gateway.zone.become(ELSEWHERE);
        scora("domain add example.com --route 127.0.0.1:" + mailServer.port() + " --admin you@example.com");
        scora("domain mailboxes add example.com ann");
    }

    @AfterEach
    void stopMailServer() throws IOException {
        mailServer.close();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static Ran scora(String words) {
        return Ran.scora(gateway.home, words.split(" "));
    }

    @Test
    void eachFindingIsShownUnderItsQuestionWithTheFixBeside() {
        Ran ran = scora("domain check example.com");
        assertThat(ran.out().lines().map(String::strip))
                .containsSubsequence(
                        "The domain here",
                        "MX records",
                        "next     The MX records name old.example.com (10), not mx1.gateway.example: mail does not come"
                                + " here yet.",
                        "-> When all else is right and it is safe to move, publish: example.com. 300 IN MX 5"
                                + " mx1.gateway.example. in place of them.",
                        "Its own mail servers");
        assertThat(ran.out()).contains("example.com is ready.", "ok", "takes mail for ann@example.com");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void aScriptGetsTheWholeResultAndAnExitCode() {
        Ran ready = scora("domain check example.com --json");
        assertThat(Json.read(ready.out(), CheckUpResult.class).stage()).isEqualTo(Stage.READY);
        assertThat(ready.exitCode()).isEqualTo(1);
        gateway.zone.become(HERE);
        gateway.domains.remove("example.com");
        protectAnew();
        Ran complete = scora("domain check example.com --json");
        assertThat(Json.read(complete.out(), CheckUpResult.class).stage()).isEqualTo(Stage.COMPLETE);
        assertThat(complete.exitCode()).isZero();
        gateway.zone.become("*. TXT \"scora-test: servfail\"\n");
        assertThat(scora("domain check example.com --json").exitCode()).isEqualTo(75);
    }

    private void protectAnew() {
        scora("domain add example.com --route 127.0.0.1:" + mailServer.port() + " --admin you@example.com");
        scora("domain mailboxes add example.com ann");
    }

    @Test
    void aDomainThatIsNotProtectedIsLookedAtToo() {
        assertThat(scora("domain check example.org").out())
                .contains("PROBLEM", "example.org is not protected here", "scora domain add example.org");
    }

    @Test
    void textsForTheCustomerArePrintedAllOrOne() {
        assertThat(scora("domain check example.com --texts").out())
                .contains("== zone-after", "== nftables", "== microsoft365", "192.0.2.25");
        Ran one = scora("domain check example.com --texts zone-after");
        assertThat(one.out())
                .startsWith("example.com.  300  IN  MX  5  mx1.gateway.example.")
                .doesNotContain("==");
        assertThat(one.exitCode()).isZero();
        Ran wrong = scora("domain check example.com --texts sendmail");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("there are: zone-before");
    }

    @Test
    void watchingTellsWhatChangesAndEndsWithTheCutOver() {
        // Nobody may remember these, so there is nothing to wait for after the move.
        gateway.zone.become(ELSEWHERE.replace("300", "0"));
        Surroundings surroundings =
                new Surroundings(gateway.home, checked -> List.of(), TestGateway.CLOCK, InputStream.nullInputStream());
        StringWriter out = new StringWriter();
        int exitCode = ScoraCommand.polished(
                        new CommandLine(new DomainCheck(surroundings, time -> gateway.zone.become(HERE))))
                .setOut(new PrintWriter(out, true))
                .execute("example.com", "--watch");
        assertThat(out.toString().lines().map(String::strip))
                .containsSubsequence(
                        "Looking again every minute. Ctrl-C ends it.",
                        "ok       The MX records name this gateway and nobody else: mx1.gateway.example (5).",
                        "The cut-over is complete: all mail of example.com comes to this gateway.");
        assertThat(exitCode).isZero();
    }

    @Test
    void whatIsNoAddressAndWhatIsNoMailboxAreRefused() {
        assertThat(scora("domain check example.com --from-address here").err()).contains("'here' is not an IP address");
        assertThat(scora("domain check example.com --recipient a@b@c").err()).contains("is not a mailbox");
    }
}
