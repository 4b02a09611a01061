package org.scora.matchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.policy.ListEntry;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** Questions whose answers are in the database or in the gateway's settings. */
class StoredMatchersTest extends MatcherTest {
    private Database database;
    private GatewaySettings gateway;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + home.resolve("scora"), "scora", "", 4));
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/scora.properties"), "hostname=MX1.gateway.example\n");
        gateway = GatewaySettings.read(home);
        for (String name : List.of("example.com", "example.net")) {
            database.protectedDomains()
                    .save(new ProtectedDomain(
                            name,
                            DomainState.ACTIVE,
                            List.of(RouteHost.parse("127.0.0.1", 10)),
                            RecipientPolicy.ANY,
                            List.of()));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void senderIsAllowedHoldsForRecipientsWhoseDomainListsAProvenSender() throws Exception {
        list(ListEntry.Kind.ALLOW);
        SenderIsAllowed allowed =
                ready(new SenderIsAllowed(database.senderLists(), database.recipients(), Clock.systemUTC()), null);
        Mail mail = mail(provenBySpf("example.org"));
        mail.setRecipients(List.of(
                new org.apache.james.core.MailAddress(BOB), new org.apache.james.core.MailAddress("dan@example.net")));
        assertThat(matched(allowed, mail)).containsExactly(BOB);
        assertThat(matched(allowed, unscored())).isEmpty();
    }

    @Test
    void senderIsBlockedHoldsWithoutProof() throws Exception {
        list(ListEntry.Kind.BLOCK);
        SenderIsBlocked blocked =
                ready(new SenderIsBlocked(database.senderLists(), database.recipients(), Clock.systemUTC()), null);
        assertThat(matched(blocked, unscored())).containsExactly(BOB, CAROL);
    }

    @Test
    void recipientIsExemptHoldsForThoseOnly() throws Exception {
        database.protectedDomains().addMailboxes("example.com", List.of("carol"));
        database.protectedDomains().setExempt("carol@example.com", true);
        assertThat(matched(ready(new RecipientIsExempt(database.recipients()), null), unscored()))
                .containsExactly(CAROL);
    }

    @Test
    void aQuestionThatTheDatabaseCanNotAnswerFails() throws Exception {
        RecipientIsExempt exempt = ready(new RecipientIsExempt(database.recipients()), null);
        database.close();
        assertThatThrownBy(() -> exempt.match(unscored())).isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void isReportRequestHoldsForTheGatewaysOwnAddressWhateverTheSubject() throws Exception {
        Mail mail = FakeMail.builder()
                .name("m")
                .recipients("Report@mx1.gateway.example", BOB)
                .build();
        assertThat(matched(ready(new IsReportRequest(gateway), null), mail))
                .containsExactly("Report@mx1.gateway.example");
    }

    @Test
    void isReleaseReplyHoldsForAddressesWithATokenAtTheGatewayItself() throws Exception {
        String token = "abcdefghijklmnopqrstuvwxyz234567abcdefgh";
        Mail mail = FakeMail.builder()
                .name("m")
                .recipients(
                        "release+" + token + "@mx1.gateway.example",
                        "release+" + token + "@example.com",
                        "release+" + token + "a@mx1.gateway.example",
                        "release@mx1.gateway.example",
                        BOB)
                .build();
        assertThat(matched(ready(new IsReleaseReply(gateway), null), mail))
                .containsExactly("release+" + token + "@mx1.gateway.example");
    }

    @Test
    void isReportRequestHoldsForAnotherAddressOnlyWhenTheSubjectAsks() throws Exception {
        IsReportRequest request = ready(new IsReportRequest(gateway), "Bob@example.com, x@example.net");
        Mail mail = unscored();
        assertThat(matched(request, mail)).isEmpty();
        summarize(mail, "last 7 days example.com", 1);
        assertThat(matched(request, mail)).containsExactly(BOB);
    }

    @Test
    void aConditionThatIsNoAddressOrNotTakenAtAllIsAnError() {
        assertThatThrownBy(() -> ready(new IsReportRequest(gateway), "bob"))
                .hasMessageContaining("'bob' is not an address");
        assertThatThrownBy(() -> ready(new RecipientIsExempt(database.recipients()), "yes"))
                .hasMessageContaining("condition: unknown key (value 'yes'). Nothing can be set here.");
    }

    private void list(ListEntry.Kind kind) {
        database.senderLists().add(new ListEntry(kind, "example.com", "example.org", false, Optional.empty(), ""));
    }
}
