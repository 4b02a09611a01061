package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.mailets.MailStory;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Summary;
import org.scora.score.Category;
import org.scora.score.Verdict;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;
import org.scora.trust.Acquaintance;
import org.scora.trust.KnownCorrespondents;

class NotedContactsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Database database;
    private NotedContacts contacts;

    @BeforeEach
    void protectADomain(@TempDir Path folder) {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 2));
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "customer.example",
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("127.0.0.1:2526", 10)),
                        RecipientPolicy.ANY,
                        List.of()));
        contacts = new NotedContacts(
                new KnownCorrespondents(database.correspondents()),
                database.protectedDomains(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void ofADeliveredMailItIsNotedWhoProvablyWroteIt() throws Exception {
        MailImpl mail = mail();
        MailStory story = MailStory.of(mail);
        story.setSummary(new Summary("Hello", List.of("alice@remote.example"), 10, 1));
        story.setVerdict(new Verdict(
                -1,
                Category.SPAM,
                List.of(),
                List.of(),
                new Authentication(
                        Result.PASS,
                        Optional.of("remote.example"),
                        List.of(),
                        Result.NONE,
                        Optional.of("remote.example"),
                        true)));

        contacts.delivered(mail, new MailAddress("bob@customer.example"));
        contacts.write();

        for (String peer : List.of("alice@remote.example", "remote.example", "192.0.2.0/24")) {
            assertThat(database.correspondents().find("customer.example", peer))
                    .as(peer)
                    .contains(new Acquaintance(NOON, NOON, 0, 1));
        }
    }

    @Test
    void aMailThatWasNotScoredTellsNothing() throws Exception {
        contacts.delivered(mail(), new MailAddress("bob@customer.example"));
        contacts.write();

        assertThat(database.correspondents().find("customer.example", "192.0.2.0/24"))
                .isEmpty();
    }

    private static MailImpl mail() throws Exception {
        return MailImpl.builder()
                .name("Mail-1")
                .sender("alice@remote.example")
                .addRecipient("bob@customer.example")
                .remoteAddr("192.0.2.7")
                .build();
    }
}
