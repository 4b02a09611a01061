package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.EnvId;
import org.apache.mailet.DsnParameters.Notify;
import org.apache.mailet.DsnParameters.RecipientDsnParameters;
import org.apache.mailet.DsnParameters.Ret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scora.mailets.MailSource;
import org.scora.message.Json;
import org.scora.message.MailAttributes;
import org.scora.policy.Decision;
import org.scora.policy.Disposition;

/** Who is told what, and when (RFC 3461 to 3464). */
@Timeout(60)
class StatusNotificationTest {
    private static final String BOB = "bob@customer.example";

    private final RelayFixture fixture = new RelayFixture();

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void afterFourHoursTheSenderIsToldOnceThatItTakesLonger() throws Exception {
        ScriptedSmtpServer server = fixture.server().answering("RCPT", "451 4.3.0 Not now");
        RelayMail relay = fixture.to(server);
        relay.attempt(RelayFixture.mail(BOB));
        fixture.at(Duration.ofHours(4).minusMinutes(10));
        relay.attempt(fixture.queue().next());
        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.queue().entries().get(0).delay()).isEqualTo(Duration.ofMinutes(5));

        fixture.at(Duration.ofHours(4));
        relay.attempt(fixture.queue().next());
        fixture.at(Duration.ofHours(9));
        relay.attempt(fixture.queue().next());

        assertThat(fixture.onlySent())
                .contains(
                        "To: <alice@remote.example>",
                        "Subject: Delivery is delayed",
                        "Auto-Submitted: auto-replied",
                        "multipart/report; report-type=delivery-status",
                        "Reporting-MTA: dns; mx.gateway.example",
                        "Final-Recipient: rfc822; bob@customer.example",
                        "Action: delayed",
                        "Status: 4.3.0",
                        "Remote-MTA: dns; 127.0.0.1",
                        "Diagnostic-Code: smtp; 451 4.3.0 Not now",
                        "Will-Retry-Until: Sun, 29 Nov 2026 08:00:00 +0000",
                        "text/rfc822-headers",
                        "Subject: Gr\u00fc\u00dfe");
        assertThat(fixture.sent().get(0).getSender()).isNull();
    }

    @Test
    void nobodyIsToldWhoAskedNotToBe() throws Exception {
        ScriptedSmtpServer server = fixture.server().answering("RCPT", "550 5.1.1 No such user");

        fixture.to(server).attempt(asking(Notify.NEVER));
        fixture.to(server).attempt(asking(Notify.DELAY));

        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.journal()).contains("RETURNED not returned since the sender asked not to be told");
    }

    @Test
    void whoAskedForFailuresOnlyIsNotToldOfDelays() throws Exception {
        ScriptedSmtpServer server = fixture.server().answering("RCPT", "451 4.3.0 Not now");
        RelayMail relay = fixture.to(server);
        relay.attempt(asking(Notify.FAILURE));

        fixture.at(Duration.ofHours(5));
        relay.attempt(fixture.queue().next());

        assertThat(fixture.sent()).isEmpty();
    }

    @Test
    void theSenderOfSpamIsNotToldOfDelays() throws Exception {
        ScriptedSmtpServer server = fixture.server().answering("RCPT", "451 4.3.0 Not now");
        MailImpl spam = RelayFixture.mail(BOB);
        spam.setAttribute(Attribute.convertToAttribute(
                MailAttributes.DECISIONS,
                Json.write(List.of(new Decision(BOB, Disposition.FLAG_SUBJECT, "score 2.5")))));
        RelayMail relay = fixture.to(server);
        relay.attempt(spam);

        fixture.at(Duration.ofHours(5));
        relay.attempt(fixture.queue().next());

        assertThat(fixture.sent()).isEmpty();
    }

    @Test
    void whoAskedForSuccessIsToldWhereTheNextHostWillNot() throws Exception {
        fixture.to(fixture.server()).attempt(asking(Notify.SUCCESS));

        assertThat(fixture.onlySent())
                .contains("Subject: Passed on", "Action: relayed", "Status: 2.0.0", "Original-Envelope-Id: ab=c");
    }

    @Test
    void whatTheSenderAskedForIsPassedOnToAHostThatOffersDsn() throws Exception {
        ScriptedSmtpServer server = fixture.server().answering("EHLO", "250-sink.example\r\n250 DSN");

        fixture.to(server).attempt(asking(Notify.SUCCESS, Notify.FAILURE));

        assertThat(fixture.sent()).isEmpty();
        assertThat(server.commands())
                .contains(
                        "MAIL FROM:<alice@remote.example> RET=FULL ENVID=ab+3Dc",
                        "RCPT TO:<bob@customer.example> NOTIFY=FAILURE,SUCCESS ORCPT=rfc822;robert+2Bx@customer.example");
    }

    @Test
    void whatFailedComesBackWholeWhenTheSenderAskedForIt() throws Exception {
        ScriptedSmtpServer server = fixture.server().answering("RCPT", "550 5.1.1 No such user");
        fixture.to(server).attempt(asking(Notify.FAILURE));

        String returned =
                returnedBy(fixture.sent().get(0).getAttributes().values().toArray(Attribute[]::new));

        assertThat(returned)
                .contains(
                        "Subject: Not delivered",
                        "Action: failed",
                        "Status: 5.1.1",
                        "Original-Recipient: rfc822; robert+x@customer.example",
                        "Diagnostic-Code: smtp; 550 5.1.1 No such user",
                        "Content-Type: message/rfc822",
                        new String(RelayFixture.SOURCE, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aMailThatIsDroppedEndsWithANoteAndWithoutADsn() throws Exception {
        MailImpl mail = ordered(RelayOrder.Kind.DROP);

        fixture.to(fixture.server()).attempt(mail);

        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.journal()).contains("DELETED Taken out of the queue by the operator: a mistake");
    }

    @Test
    void aMailThatIsDroppedWithADsnGoesBack() throws Exception {
        ScriptedSmtpServer server = fixture.server();

        fixture.to(server).attempt(ordered(RelayOrder.Kind.RETURN));

        assertThat(server.messages()).isEmpty();
        assertThat(fixture.sent()).hasSize(1);
        assertThat(fixture.journal()).contains("RETURNED returned to the sender", "by the operator: a mistake");
    }

    @Test
    void mailForADomainThatWasRemovedWaitsAsLongAsItsMxRecordLeadsHere() throws Exception {
        String zone = "gone.example. MX 10 mx.gateway.example.\nmx.gateway.example. A 192.0.2.1\n";

        fixture.relay(FixedRoutes.withZone(zone)).attempt(RelayFixture.mail("bob@gone.example"));

        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.queue().entries()).hasSize(1);
        assertThat(fixture.journal()).contains("QUEUED", "if gone.example was removed, add it again or drop its mail");
    }

    private MailImpl ordered(RelayOrder.Kind kind) throws Exception {
        MailImpl mail = RelayFixture.mail(BOB);
        mail.setAttribute(new RelayOrder(kind, "a mistake").attribute());
        return mail;
    }

    /** What the mailet of the bounce processor makes of what the relay handed to it. */
    private static String returnedBy(Attribute... attributes) throws Exception {
        MailImpl bounce = RelayFixture.mail(BOB);
        List.of(attributes).forEach(bounce::setAttribute);
        MailImpl notification = new StatusMails("mx.gateway.example", Clock.systemUTC())
                .about(
                        bounce,
                        RelayFixture.SOURCE,
                        StatusAction.FAILED,
                        Map.of(new MailAddress(BOB), DeliveryNote.failureOf(bounce)),
                        Optional.empty());
        return new String(MailSource.bytes(notification), StandardCharsets.ISO_8859_1);
    }

    private static MailImpl asking(Notify first, Notify... others) throws Exception {
        MailImpl mail = RelayFixture.mail(BOB);
        mail.setDsnParameters(DsnParameters.builder()
                .envId(EnvId.of("ab+3Dc"))
                .ret(Ret.FULL)
                .addRcptParameter(
                        new MailAddress(BOB),
                        RecipientDsnParameters.of(
                                EnumSet.of(first, others), new MailAddress("robert+x@customer.example")))
                .build()
                .orElseThrow());
        return mail;
    }
}
