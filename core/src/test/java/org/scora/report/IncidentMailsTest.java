package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.incident.Incident;
import org.scora.incident.IncidentFacts;
import org.scora.incident.IncidentFacts.Deleted;
import org.scora.incident.IncidentFacts.Example;
import org.scora.incident.IncidentFacts.Measure;
import org.scora.incident.Subject;
import org.scora.message.OutgoingMail;

class IncidentMailsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Incident INCIDENT = new Incident(
            7,
            new Subject(Subject.Kind.FINDING, "OWN_INVOICE"),
            NOW.minusSeconds(3600),
            NOW,
            true,
            new IncidentFacts(
                    "OWN_INVOICE holds mail that is wanted",
                    List.of(new Measure("of what it held, released", "0.1 %", "8 of 20 (40 %)")),
                    Map.of("example.com", 12L, "other.example", 8L),
                    List.of(
                            example("R-1", "ann@example.com", "Your invoice at http://evil.example/x\r\nBcc: all"),
                            example("R-2", "bob@other.example", "Not for others' eyes")),
                    Optional.of(new Deleted(
                            2,
                            List.of(
                                    example("R-3", "ann@example.com", "Lost"),
                                    example("R-4", "eve@other.example", "Secret"))))),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final IncidentMails mails = new IncidentMails("mx1.gateway.example", Clock.fixed(NOW, ZoneOffset.UTC));

    private static Example example(String receipt, String recipient, String subject) {
        return new Example(receipt, NOW, recipient, Optional.of("news@shop.example"), subject, 3.4, true);
    }

    private static MimeMessage read(OutgoingMail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.source()));
    }

    @Test
    void theOperatorIsToldTheFactsAndWhatToDo() throws Exception {
        OutgoingMail mail = mails.toOperator(INCIDENT, "operator@gateway.example");

        MimeMessage message = read(mail);
        assertThat(mail.recipients()).containsExactly("operator@gateway.example");
        assertThat(message.getSubject()).isEqualTo("Incident 7: the finding OWN_INVOICE");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getContent().toString())
                .contains("OWN_INVOICE holds mail that is wanted.")
                .contains("Since:     2026-03-01 11:00 (Z)")
                .contains("usual: 0.1 %")
                .contains("now:   8 of 20 (40 %)")
                .contains("R-1", "R-2", "released or allowed by somebody")
                .contains("Nobody can give these back", "R-3", "Lost", "R-4")
                .contains("scora incident undo 7 --dry-run")
                .doesNotContain("http://evil.example");
    }

    @Test
    void administratorsSeeTheMailOfTheirDomainOnly() throws Exception {
        ProtectedDomain domain = new ProtectedDomain(
                "example.com",
                DomainState.ACTIVE,
                List.of(new RouteHost("mail.example.com", 25, 0)),
                RecipientPolicy.ANY,
                List.of("admin@example.com"));

        OutgoingMail mail = mails.toAdministrators(INCIDENT, domain);

        assertThat(mail.recipients()).containsExactly("admin@example.com");
        assertThat(mail.id()).isEqualTo("incident-7-example-com");
        assertThat(read(mail).getContent().toString())
                .contains("12 messages for example.com may be held wrongly", "R-1")
                .doesNotContain("R-2")
                .doesNotContain("other.example");
    }
}
