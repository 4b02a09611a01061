package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.scora.message.OutgoingMail;
import org.scora.report.Reports;
import org.scora.report.contents.Sources;

class SendReportTest extends MailetTest {
    private static final String REQUEST = PLAIN.replace("The minutes of Monday", "last 7 days example.com");

    private final List<OutgoingMail> sent = new ArrayList<>();

    @Test
    void sendsTheReportToTheAdministratorWhoAsked() throws Exception {
        ask("admin@example.org", REQUEST, "192.0.2.1", Map.of());
        assertThat(sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly("admin@example.org"));
    }

    @Test
    void sendsItToWhomTheConfigurationNames() throws Exception {
        ask("admin@example.org", REQUEST, "192.0.2.1", Map.of("to", "a@example.net, b@example.net"));
        assertThat(sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly("a@example.net", "b@example.net"));
    }

    @Test
    void sendsNothingToOneWhoIsNoAdministrator() throws Exception {
        ask("ann@example.org", REQUEST, "192.0.2.1", Map.of());
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsNothingWhenTheAdministratorMayBeForged() throws Exception {
        ask("admin@example.org", REQUEST, "198.51.100.9", Map.of());
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsNothingWhenNothingIsAskedFor() throws Exception {
        ask("admin@example.org", PLAIN, "192.0.2.1", Map.of());
        ask("admin@example.org", PLAIN.replace("The minutes of Monday", "other.example"), "192.0.2.1", Map.of());
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsNothingToAProgramThatAnswersByItself() throws Exception {
        ask("admin@example.org", "Auto-Submitted: auto-replied (vacation)\r\n" + REQUEST, "192.0.2.1", Map.of());
        assertThat(sent).isEmpty();
        ask("admin@example.org", "Auto-Submitted: no\r\n" + REQUEST, "192.0.2.1", Map.of());
        assertThat(sent).hasSize(1);
    }

    private void ask(String sender, String source, String client, Map<String, String> parameters) throws Exception {
        MailImpl mail = mail(source, sender, "report@mx1.gateway.example");
        mail.setRemoteAddr(client);
        score().service(mail);
        Sources sources = new Sources(
                database.journal(), database.totals(), database.opinions(), database.senderLists(), domain -> Map.of());
        Reports reports = new Reports(Reports.Making.plain(sources), HOSTNAME, CLOCK);
        ready(new SendReport(database.protectedDomains(), reports, sent::add, CLOCK), parameters)
                .service(mail);
        assertThat(mail.getState()).isEqualTo(Mail.GHOST);
    }
}
