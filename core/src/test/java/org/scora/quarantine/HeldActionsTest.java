package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.learn.SiteModel;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.OutgoingMail;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.policy.ListChanges.ListChange;
import org.scora.policy.ListEntry;
import org.scora.quarantine.HeldActions.Answer;
import org.scora.quarantine.HeldActions.Order;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.TestDatabase;

/** The actions and the requests, with everything that they call. */
class HeldActionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Actor OPERATOR = new Actor(Role.OPERATOR, "root", "here");
    private static final Actor ADMINISTRATOR = new Actor(Role.DOMAIN_ADMINISTRATOR, "Admin@example.com", "here");
    private static final Actor STRANGER = new Actor(Role.DOMAIN_ADMINISTRATOR, "admin@other.example", "there");
    private static final Actor ANN = new Actor(Role.USER, "ann@example.com", "192.0.2.1");

    @TempDir
    Path folder;

    private final List<OutgoingMail> sent = new ArrayList<>();
    private boolean queueWorks = true;
    private Database database;
    private Quarantine quarantine;
    private SiteModel model;
    private TestQuarantine kept;
    private HeldActions actions;
    private RequestDesk requests;

    @BeforeEach
    void openQuarantine() {
        database = TestDatabase.open(CLOCK);
        TestDatabase.protect(database, "example.com");
        TestDatabase.protect(database, "other.example");
        kept = new TestQuarantine(database, folder, this::send, CLOCK);
        quarantine = kept.quarantine;
        model = kept.model;
        actions = kept.actions;
        requests = kept.requests(CLOCK);
    }

    private void send(OutgoingMail mail) {
        if (!queueWorks) {
            throw new UncheckedIOException(new IOException("the queue is full"));
        }
        sent.add(mail);
    }

    @AfterEach
    void closeAll() {
        kept.close();
    }

    @Test
    void aUserActsOnWhatCameToHimAndOnNothingElse() {
        HeldMessage message = hold("k", Category.SPAM, "ann@example.com", "bob@example.com", "x@other.example");

        assertThat(actions.release(order(message, ANN)).done()).containsExactly("ann@example.com");
        assertThat(actions.delete(order(message, ANN, "bob@example.com")))
                .isEqualTo(new Answer(List.of(), false, List.of()));
        assertThat(sent).hasSize(1);
    }

    @Test
    void anAdministratorActsInHisDomainOnly() {
        HeldMessage message = hold("k", Category.SPAM, "ann@example.com", "x@other.example");

        assertThat(actions.release(order(message, ADMINISTRATOR)).done()).containsExactly("ann@example.com");
        assertThat(actions.delete(order(message, STRANGER, "ann@example.com")).done())
                .isEmpty();
    }

    @Test
    void aVirusIsReleasedWithAReasonAndNotByUsers() {
        HeldMessage message = hold("k", Category.VIRUS, "ann@example.com");

        assertThat(actions.release(order(message, ANN)).refused().get(0).sentence())
                .contains("can be requested");
        assertThat(actions.release(order(message, OPERATOR)).refused().get(0).sentence())
                .contains("a reason has to be given");
        assertThat(sent).isEmpty();
        assertThat(actions.release(new Order(message, List.of(), ADMINISTRATOR, "a sample for our lab"))
                        .done())
                .containsExactly("ann@example.com");
        assertThat(actions.teach(order(message, OPERATOR), false)).isFalse();
    }

    @Test
    void anAllowedSenderIsOnTheListOfTheDomainUntilItEndsOrIsUndone() {
        HeldMessage message = hold("k", Category.SPAM, "ann@example.com");
        Instant end = NOW.plus(Duration.ofDays(9));

        List<ListEntry> entries = actions.list(
                order(message, ADMINISTRATOR), ListEntry.Kind.ALLOW, SenderChoice.Scope.ADDRESS, Optional.of(end));

        assertThat(database.senderLists().of("example.com"))
                .isEqualTo(entries)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.pattern()).isEqualTo("news@shop.example");
                    assertThat(entry.evenUnauthenticated()).isFalse();
                    assertThat(entry.expires()).contains(end);
                });
        ListChange change =
                database.listChanges().newest(Optional.of("example.com"), 9).get(0);
        assertThat(change.who()).isEqualTo("Admin@example.com");
        database.listChanges().undo(change.id(), "root");
        assertThat(database.senderLists().of("example.com")).isEmpty();
        assertThatThrownBy(() -> database.listChanges().undo(change.id(), "root"))
                .hasMessageContaining("changed again since");
        assertThatThrownBy(() -> database.listChanges().undo(99, "root")).hasMessageContaining("no change 99");
    }

    @Test
    void undoingARemovalBringsTheEntryBackAsItWas() {
        ListEntry entry =
                new ListEntry(ListEntry.Kind.BLOCK, "example.com", "spam.example", false, Optional.of(NOW), "a note");
        database.senderLists().by("ann").add(entry);
        database.senderLists().by("ann").remove(ListEntry.Kind.BLOCK, "example.com", "spam.example");

        database.listChanges()
                .undo(database.listChanges().newest(Optional.empty(), 1).get(0).id(), "bob");

        assertThat(database.senderLists().of("example.com")).containsExactly(entry);
    }

    @Test
    void aUserPutsSendersOnTheListOfTheOwnMailbox() {
        HeldMessage message = hold("k", Category.SPAM, "ann@example.com", "bob@example.com");

        List<ListEntry> entries =
                actions.list(order(message, ANN), ListEntry.Kind.ALLOW, SenderChoice.Scope.ADDRESS, Optional.empty());

        assertThat(database.senderLists().ofUser("example.com", "ann"))
                .isEqualTo(entries)
                .hasSize(1);
        assertThat(database.senderLists().of("example.com")).isEmpty();
        assertThat(database.senderLists().ofUser("example.com", "bob")).isEmpty();
    }

    @Test
    void aUserChangesListsOnlyWhereTheDomainLetsHim() {
        database.storedSettings().set(new OfDomain("example.com"), "usersMayAllowSenders", Optional.of("false"));
        HeldMessage message = hold("k", Category.SPAM, "ann@example.com");

        assertThatThrownBy(() -> actions.list(
                        order(message, ANN), ListEntry.Kind.BLOCK, SenderChoice.Scope.DOMAIN, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("administrators only");
        assertThat(database.senderLists().of("example.com")).isEmpty();
    }

    @Test
    void underLegalHoldAMessageIsNotDeleted() {
        HeldMessage message = hold("k", Category.SPAM, "ann@example.com");
        assertThat(actions.legalHold(order(message, OPERATOR), true).refused()).hasSize(1);
        actions.legalHold(new Order(message, List.of(), OPERATOR, "case 7"), true);

        Answer answer = actions.delete(order(quarantine.find("k").orElseThrow(), OPERATOR));

        assertThat(answer.done()).isEmpty();
        assertThat(answer.refused().get(0).sentence()).contains("legal hold");
        assertThat(quarantine.count()).isOne();
    }

    @Test
    void aRequestIsFiledOnceDecidedOnceAndBothSidesAreWrittenTo() {
        HeldMessage message = hold("k", Category.PHISHING, "ann@example.com");

        ReleaseRequest request = requests.file(message, "ann@example.com", ANN, "it is from my bank");
        assertThat(requests.file(message, "ann@example.com", ANN, "again").id()).isEqualTo(request.id());
        assertThat(sent).as("asked once").hasSize(1);
        assertThatThrownBy(() -> requests.approve(request.id(), STRANGER, "")).hasMessageContaining("no request");
        assertThatThrownBy(() -> requests.approve(request.id(), ANN, "")).hasMessageContaining("no request");
        requests.approve(request.id(), ADMINISTRATOR, "it is");
        assertThatThrownBy(() -> requests.decline(request.id(), OPERATOR, "")).hasMessageContaining("decided before");

        assertThat(sent)
                .extracting(OutgoingMail::id)
                .filteredOn(id -> id.startsWith("release-"))
                .hasSize(1);
        OutgoingMail asked = sent.get(0);
        assertThat(asked.recipients()).containsExactly("admin@example.com");
        assertThat(text(asked))
                .contains("Auto-Submitted: auto-generated", "it is from my bank", "scora quarantine approve 1");
        OutgoingMail decided = sent.get(sent.size() - 1);
        assertThat(decided.recipients()).containsExactly("ann@example.com");
        assertThat(text(decided)).contains("Released:", "on its way to you", "What is said to it: it is");
    }

    @Test
    void aDeclinedMessageStaysHeldAndTheMailThatCouldNotBeSentComesLater() {
        HeldMessage message = hold("k", Category.PHISHING, "ann@example.com");
        long id = requests.file(message, "ann@example.com", ANN, "").id();
        sent.clear();
        queueWorks = false;
        requests.decline(id, OPERATOR, "");
        queueWorks = true;

        assertThat(requests.tellAll()).isZero();
        RequestDesk later = kept.requests(Clock.offset(CLOCK, Duration.ofMinutes(5)));
        assertThat(later.tellAll()).isOne();
        assertThat(later.tellAll()).isZero();

        assertThat(sent)
                .singleElement()
                .satisfies(mail -> assertThat(text(mail)).contains("Not_released:"));
        assertThat(quarantine.find("k").orElseThrow().recipientsIn(HeldState.HELD))
                .hasSize(1);
    }

    @Test
    void whatAUserMayReleaseHeNeedNotRequest() {
        HeldMessage message = hold("k", Category.SPAM, "ann@example.com");

        assertThatThrownBy(() -> requests.file(message, "ann@example.com", ANN, ""))
                .hasMessageContaining("no request is needed");
        assertThatThrownBy(() -> requests.file(message, "bob@example.com", ANN, ""))
                .hasMessageContaining("is not held for bob@example.com");
    }

    @Test
    void whatAStrangerWroteIsNoLinkInTheMailAboutARequest() {
        HeldMessage message = hold("k", Category.PHISHING, "ann@example.com");

        requests.file(message, "ann@example.com", ANN, "see\r\nBcc: all@example.com http://evil.example/");

        assertThat(text(sent.get(0)))
                .doesNotContain("evil.example", "\r\nBcc", "shop.example")
                .contains("quoted-printable");
    }

    private static String text(OutgoingMail mail) {
        return new String(mail.source(), StandardCharsets.UTF_8);
    }

    private static Order order(HeldMessage message, Actor actor, String... recipients) {
        return new Order(message, List.of(recipients), actor, "");
    }

    private HeldMessage hold(String key, Category category, String... recipients) {
        HeldMessage message = new HeldMessage(
                        key,
                        "4QX7-M2DA-9KTW",
                        Optional.of("news@shop.example"),
                        List.of(recipients),
                        "Your order at shop.example",
                        3.5,
                        category,
                        "reason",
                        NOW,
                        7,
                        "envelope",
                        Optional.empty())
                .withFacts(new HeldFacts(
                        Optional.empty(),
                        List.of("news@shop.example"),
                        List.of(),
                        new Authentication(
                                Result.PASS,
                                Optional.of("shop.example"),
                                List.of(),
                                Result.NONE,
                                Optional.of("shop.example"),
                                true)));
        quarantine.hold(
                message, new ByteArrayInputStream("Subject: order\r\n\r\ncontent".getBytes(StandardCharsets.UTF_8)));
        return quarantine.find(key).orElseThrow();
    }
}
