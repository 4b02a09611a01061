package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.policy.ListEntry;
import org.scora.policy.ListEntry.Kind;
import org.scora.policy.SenderLists;

abstract class SenderListsContract extends StoreContract {
    // The hour that central Europe has twice: by local time this instant could not be told from one an hour later.
    private static final Instant WHEN_SUMMER_TIME_ENDS = Instant.parse("2026-10-25T00:30:00.123456Z");

    private SenderLists lists;

    SenderListsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void knowTwoDomains() {
        List.of("example.com", "example.org").forEach(this::know);
        lists = database.senderLists();
    }

    @Test
    void anEntryComesBackAsItWentIn() {
        ListEntry entry = new ListEntry(
                Kind.ALLOW, "example.com", "partner.example", true, Optional.of(WHEN_SUMMER_TIME_ENDS), "Größe: 名");

        lists.add(entry);

        assertThat(lists.of("example.com")).containsExactly(entry);
        assertThat(lists.of("example.org")).isEmpty();
    }

    @Test
    void entriesComeByKindAndPattern() {
        lists.add(entry(Kind.BLOCK, "a.example"));
        lists.add(entry(Kind.ALLOW, "ab.example"));
        lists.add(entry(Kind.ALLOW, "a-b.example"));
        lists.add(entry(Kind.ALLOW, "192.0.2.0/24"));

        assertThat(lists.of("EXAMPLE.com"))
                .extracting(ListEntry::pattern)
                .containsExactly("192.0.2.0/24", "a-b.example", "ab.example", "a.example");
    }

    @Test
    void addingAgainReplacesTheEntryOfTheSamePattern() {
        lists.add(entry(Kind.ALLOW, "partner.example"));
        lists.add(new ListEntry(Kind.ALLOW, "Example.com", "PARTNER.example.", false, Optional.empty(), "newer"));

        assertThat(lists.of("example.com"))
                .containsExactly(
                        new ListEntry(Kind.ALLOW, "example.com", "partner.example", false, Optional.empty(), "newer"));
    }

    @Test
    void anEntryIsRemovedByWhatAPersonWouldWrite() {
        lists.add(entry(Kind.ALLOW, "partner.example"));
        lists.add(entry(Kind.BLOCK, "partner.example"));

        assertThat(lists.remove(Kind.ALLOW, "Example.com", " Partner.Example ")).isTrue();
        assertThat(lists.remove(Kind.ALLOW, "example.com", "partner.example")).isFalse();
        assertThat(lists.remove(Kind.BLOCK, "example.com", "*")).isFalse();
        assertThat(lists.remove(Kind.BLOCK, "no domain", "partner.example")).isFalse();

        assertThat(lists.of("example.com")).containsExactly(entry(Kind.BLOCK, "partner.example"));
    }

    @Test
    void badPatternsAndUnknownDomainsAreRefusedWithAText() {
        assertThatThrownBy(() -> lists.add(entry(Kind.ALLOW, "*"))).hasMessageContaining("'*' can not stand in a list");
        assertThatThrownBy(() ->
                        lists.add(new ListEntry(Kind.ALLOW, "example.net", "a.example", false, Optional.empty(), "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.net is not a protected domain");
    }

    @Test
    void aLongNoteIsCutAndNulsAreReplaced() {
        lists.add(new ListEntry(
                Kind.ALLOW, "example.com", "a.example", false, Optional.empty(), "\0" + "n".repeat(2000)));

        assertThat(lists.of("example.com").get(0).note()).hasSize(500).startsWith("\uFFFDn");
    }

    @Test
    void theListsOfADomainGoWithIt() {
        lists.add(entry(Kind.ALLOW, "partner.example"));

        database.protectedDomains().remove("example.com");
        know("example.com");

        assertThat(lists.of("example.com")).isEmpty();
    }

    @Test
    void aUsersListIsApartFromTheDomainsAndFromThoseOfOthers() {
        ListEntry own = own(Kind.ALLOW, "partner.example");
        lists.add(own);

        assertThat(lists.ofUser("Example.com", "ANN")).containsExactly(own);
        assertThat(lists.of("example.com")).isEmpty();
        assertThat(lists.ofUser("example.com", "bob")).isEmpty();
        assertThat(lists.ofUser("example.org", "ann")).isEmpty();
        assertThat(lists.usersOf("example.com")).containsExactly("ann");
        assertThat(lists.remove(Kind.ALLOW, "example.com", "partner.example")).isFalse();
        assertThat(lists.removeOfUser(Kind.ALLOW, "example.com", "Ann", "PARTNER.example"))
                .isTrue();
        assertThat(lists.usersOf("example.com")).isEmpty();
    }

    @Test
    void whatAUserSaidLastOfASenderCounts() {
        lists.add(own(Kind.BLOCK, "partner.example"));
        lists.add(own(Kind.ALLOW, "partner.example"));

        assertThat(lists.ofUser("example.com", "ann")).containsExactly(own(Kind.ALLOW, "partner.example"));
    }

    @Test
    void aUserHasSoManyEntriesAndNoMoreAndThoseThatAreOverMakeRoom() {
        for (int number = 0; number < SenderLists.MOST_OF_USER; number++) {
            lists.add(own(Kind.BLOCK, "shop" + number + ".example"));
        }
        lists.add(own(Kind.BLOCK, "shop0.example"));
        assertThatThrownBy(() -> lists.add(own(Kind.BLOCK, "more.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ann@example.com have 500 entries");

        lists.add(ListEntry.ofUser(Kind.BLOCK, "example.com", "ann", "shop0.example", Optional.of(Instant.EPOCH), ""));
        lists.add(own(Kind.BLOCK, "more.example"));

        assertThat(lists.ofUser("example.com", "ann"))
                .hasSize(SenderLists.MOST_OF_USER)
                .contains(own(Kind.BLOCK, "more.example"))
                .extracting(ListEntry::pattern)
                .doesNotContain("shop0.example");
    }

    @Test
    void aChangeOfAUsersListIsNotedAndUndone() {
        lists.by("ann@example.com").add(own(Kind.ALLOW, "partner.example"));
        lists.by("admin").add(entry(Kind.ALLOW, "partner.example"));

        var changes = database.listChanges().newestOfUser("example.com", "ann", 9);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.listOf()).isEqualTo("ann@example.com");
            assertThat(change.who()).isEqualTo("ann@example.com");
            assertThat(database.listChanges().of(own(Kind.ALLOW, "partner.example")))
                    .contains(change);
        });
        database.listChanges().undo(changes.get(0).id(), "ann@example.com");

        assertThat(lists.ofUser("example.com", "ann")).isEmpty();
        assertThat(lists.of("example.com")).hasSize(1);
        assertThat(database.auditLog().find(Optional.of("example.com"), Instant.EPOCH, 9))
                .extracting(org.scora.audit.AuditLine::what)
                .contains("allowlist entry partner.example of user ann");
    }

    @Test
    void theListsOfUsersGoWithTheirDomain() {
        lists.add(own(Kind.ALLOW, "partner.example"));

        database.protectedDomains().remove("example.com");
        know("example.com");

        assertThat(lists.ofUser("example.com", "ann")).isEmpty();
    }

    @Test
    void anEntryOfAnotherNodeIsSeenAfterASecond() {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
        try (Database other = Database.open(settings, clock)) {
            assertThat(other.senderLists().of("example.com")).isEmpty();
            lists.add(entry(Kind.ALLOW, "partner.example"));
            assertThat(other.senderLists().of("example.com")).as("remembered").isEmpty();

            clock.forward(Duration.ofSeconds(1));
            assertThat(other.senderLists().of("example.com")).hasSize(1);
        }
    }

    private static ListEntry own(Kind kind, String pattern) {
        return ListEntry.ofUser(kind, "example.com", "ann", pattern, Optional.empty(), "");
    }

    private void know(String name) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        name,
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx.example.com", 10)),
                        RecipientPolicy.LISTED,
                        List.of()));
    }

    private static ListEntry entry(Kind kind, String pattern) {
        return new ListEntry(kind, "example.com", pattern, false, Optional.empty(), "");
    }
}
