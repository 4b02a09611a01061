package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.demo.SinkMail;
import org.scora.demo.SmtpAnswer;
import org.scora.demo.SmtpClient;

/**
 * What senders asked to be told (RFC 3461), from their SMTP session to the notice in their own mailbox: by a gateway whose
 * relay tries for some seconds only, and domains whose servers offer DSN or do not.
 */
class StatusNoticesIT {
    private static final String BODY = "See you at five.";

    @TempDir
    static Path folder;

    private static TestGateway gateway;
    private static DestinationServer offering;
    private static DestinationServer plain;

    @BeforeAll
    static void start() throws Exception {
        offering = DestinationServer.start(true);
        plain = DestinationServer.start(false);
        gateway = TestGateway.prepare(
                        folder, "$TTL 3600\n$ORIGIN example.\nsenders TXT \"v=spf1 ip4:127.0.0.1 -all\"\n")
                .withConf(
                        "mailetcontainer.xml",
                        "<bounceProcessor>bounces</bounceProcessor>",
                        "<bounceProcessor>bounces</bounceProcessor>\n<retryDelays>1s</retryDelays>\n"
                                + "<warnAfter>2s</warnAfter>\n<giveUpAfter>6s</giveUpAfter>")
                .start();
        gateway.scora("domain", "add", "offering.example", "--route", offering.route(), "--accept-any");
        gateway.scora("domain", "add", "plain.example", "--route", plain.route(), "--accept-any");
        gateway.scora("domain", "add", "senders.example", "--route", gateway.sinkRoute(), "--accept-any");
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
            offering.close();
            plain.close();
        }
    }

    @Test
    void allThatIsAskedForIsPassedOnToAServerThatOffersDsn() throws Exception {
        send(
                "one",
                " RET=HDRS ENVID=QQ+2B314159",
                "bob@offering.example",
                " NOTIFY=SUCCESS,DELAY ORCPT=rfc822;B+2Bx@old.example");

        await().until(() -> outcome("bob@offering.example").startsWith("DELIVERED"));
        assertThat(offering.commands())
                .contains("MAIL FROM:<one@senders.example> RET=HDRS ENVID=QQ+2B314159")
                .anyMatch(command -> command.startsWith("RCPT TO:<bob@offering.example>")
                        && command.matches(".* NOTIFY=(SUCCESS,DELAY|DELAY,SUCCESS)( .*|$)")
                        && command.contains(" ORCPT=rfc822;B+2Bx@old.example"));
        assertThat(notices("one")).as("it is the next server's turn").isEmpty();
    }

    @Test
    void aServerThatOffersNoDsnIsToldNothingAndWhoAskedForSuccessHearsThatItWasRelayed() throws Exception {
        send("two", " RET=FULL ENVID=abc+2Bdef", "bob@plain.example", " NOTIFY=SUCCESS ORCPT=rfc822;b@old.example");

        await().until(() -> notices("two").size() == 1);
        assertThat(notices("two").get(0))
                .contains(
                        "Original-Envelope-Id: abc+def",
                        "Original-Recipient: rfc822; b@old.example",
                        "Final-Recipient: rfc822; bob@plain.example",
                        "Action: relayed",
                        "Content-Type: text/rfc822-headers")
                .as("RET is about what failed, RFC 3461 section 4.3")
                .doesNotContain(BODY);
        assertThat(plain.commands()).contains("MAIL FROM:<two@senders.example>", "RCPT TO:<bob@plain.example>");
    }

    @Test
    void whatFailedComesBackWholeOrAsItsHeader() throws Exception {
        send("three", " RET=FULL ENVID=e3", "refused3@plain.example", " NOTIFY=FAILURE ORCPT=rfc822;b@old.example");
        send("four", " RET=HDRS", "refused4@plain.example", " NOTIFY=FAILURE");

        await().until(() -> notices("three").size() == 1 && notices("four").size() == 1);
        assertThat(notices("three").get(0))
                .contains(
                        "Original-Envelope-Id: e3",
                        "Original-Recipient: rfc822; b@old.example",
                        "Action: failed",
                        "Status: 5.1.1",
                        "Content-Type: message/rfc822",
                        BODY);
        assertThat(notices("four").get(0))
                .contains("Action: failed", "Content-Type: text/rfc822-headers")
                .doesNotContain(BODY, "Original-Envelope-Id");
    }

    @Test
    void whoAskedForNothingOrForSuccessOnlyHearsOfNoFailure() throws Exception {
        send("five", "", "refused5@plain.example", " NOTIFY=NEVER");
        send("six", "", "refused6@offering.example", " NOTIFY=SUCCESS");

        for (String recipient : List.of("refused5@plain.example", "refused6@offering.example")) {
            await().until(() -> outcome(recipient).startsWith("RETURNED"));
            assertThat(gateway.log())
                    .contains(recipient + ": RETURNED, not returned since the sender asked not to be told");
        }
        assertThat(notices("five")).isEmpty();
        assertThat(notices("six")).isEmpty();
    }

    @Test
    void whoAskedForDelaysHearsOfTheDelayAndThenOfTheFailure() throws Exception {
        send("seven", "", "late7@plain.example", " NOTIFY=FAILURE,DELAY");
        send("eight", "", "late8@plain.example", " NOTIFY=FAILURE");

        await().until(() -> notices("seven").size() == 2 && notices("eight").size() == 1);
        assertThat(notices("seven").get(0)).contains("Action: delayed", "Will-Retry-Until:");
        assertThat(notices("seven").get(1)).contains("Action: failed", "4.3.0");
        assertThat(notices("eight").get(0)).contains("Action: failed");
    }

    @Test
    void aNoticeGoesToNobodyWhoSentWithoutASender() throws Exception {
        send("", "", "refused9@plain.example", " NOTIFY=FAILURE");

        await().until(() -> outcome("refused9@plain.example").startsWith("RETURNED"));
        assertThat(gateway.log()).contains("refused9@plain.example: RETURNED, not returned since it has no sender");
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefusedAndTheSessionGoesOn() throws Exception {
        try (SmtpClient client = gateway.client()) {
            client.command("MAIL FROM:<ten@senders.example>");
            assertThat(client.command("RCPT TO:<bob@plain.example> NOTIFY=SUCCESS NOTIFY=NEVER")
                            .toString())
                    .startsWith("501 5.5.4");
            assertThat(client.command("RCPT TO:<bob@plain.example> NOTIFY=NEVER")
                            .code())
                    .isEqualTo(250);
        }
    }

    private static void send(String user, String ofMail, String recipient, String ofRecipient) throws Exception {
        String sender = user.isEmpty() ? "" : user + "@senders.example";
        try (SmtpClient client = gateway.client()) {
            assertThat(client.command("MAIL FROM:<" + sender + ">" + ofMail)).matches(SmtpAnswer::positive);
            assertThat(client.command("RCPT TO:<" + recipient + ">" + ofRecipient))
                    .matches(SmtpAnswer::positive);
            assertThat(client.command("DATA").code()).isEqualTo(354);
            assertThat(client.command("From: Alice <alice@senders.example>\r\nTo: " + recipient
                            + "\r\nSubject: Our meeting\r\nDate: Wed, 25 Nov 2026 09:00:00 +0000\r\nMessage-ID: <"
                            + recipient
                            + ">\r\n\r\n" + BODY + "\r\n."))
                    .matches(SmtpAnswer::positive);
        }
    }

    private static String outcome(String recipient) {
        return gateway.outcome(recipient);
    }

    private static List<String> notices(String user) {
        return gateway.sink().mailsTo(user + "@senders.example").stream()
                .map(SinkMail::source)
                .map(source -> new String(source, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }
}
