package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.audit.AuditLine;
import org.scora.domain.Aliases;
import org.scora.domain.DomainState;
import org.scora.domain.MailboxDifference;
import org.scora.domain.MailboxImport;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.SettingScope;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfProfile;
import org.scora.domain.SettingScope.OfUser;
import org.scora.domain.StoredSettings;
import org.scora.domain.TlsPolicy;
import org.scora.policy.ListEntry;

/** Mailbox lists, aliases, settings and the audit log. */
abstract class DomainSettingsContract extends StoreContract {
    private static final SettingScope DOMAIN = new OfDomain("example.com");

    DomainSettingsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void knowOneDomain() {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.com",
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx.example.com", 0)),
                        RecipientPolicy.LISTED,
                        List.of()));
    }

    private List<AuditLine> audit() {
        return database.auditLog().find(Optional.empty(), Instant.EPOCH, 100);
    }

    @Test
    void aListIsReplacedAndTheDifferenceIsTold() {
        MailboxLists lists = database.mailboxLists();
        lists.bring("example.com", List.of("ann", "bob", "cid"), MailboxImport.ADD);

        MailboxDifference difference =
                lists.bring("example.com", List.of("Bob", "cid", "dan", "eve", "dan"), MailboxImport.REPLACE);

        assertThat(difference).isEqualTo(new MailboxDifference(3, 2, 1, List.of("dan", "eve"), List.of("ann"), true));
        assertThat(database.protectedDomains().mailboxes("example.com")).containsExactly("bob", "cid", "dan", "eve");
        assertThat(lists.count("example.com")).isEqualTo(4);
    }

    @Test
    void aDryRunChangesNothing() {
        MailboxLists lists = database.mailboxLists();
        lists.bring("example.com", List.of("ann"), MailboxImport.ADD);

        MailboxDifference difference = lists.bring("example.com", List.of("bob"), new MailboxImport(true, true, true));

        assertThat(difference).isEqualTo(new MailboxDifference(1, 1, 1, List.of("bob"), List.of("ann"), false));
        assertThat(database.protectedDomains().mailboxes("example.com")).containsExactly("ann");
        assertThat(lists.bring("example.com", List.of(), MailboxImport.ADD).added())
                .isZero();
    }

    @Test
    void moreThanHalfOfAListIsRemovedByForceOnly() {
        MailboxLists lists = database.mailboxLists();
        lists.bring("example.com", List.of("ann", "bob", "cid"), MailboxImport.ADD);

        assertThat(lists.bring("example.com", List.of("ann"), MailboxImport.REPLACE))
                .matches(difference -> difference.empties() && !difference.applied());
        assertThat(lists.count("example.com")).isEqualTo(3);

        lists.bring("example.com", List.of(), new MailboxImport(true, true, false));
        assertThat(lists.count("example.com")).isZero();
    }

    @Test
    void aBadNameAmongGoodOnesChangesNothing() {
        assertThatThrownBy(() -> database.mailboxLists().bring("example.com", List.of("ann", "b b"), MailboxImport.ADD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'b b'");
        assertThat(database.mailboxLists().count("example.com")).isZero();
    }

    @Test
    void mailboxesAreTakenOffTheListAndReadInPages() {
        MailboxLists lists = database.mailboxLists();
        lists.bring("example.com", List.of("ann", "bob", "cid"), MailboxImport.ADD);

        assertThat(lists.remove("example.com", List.of("BOB", "nobody"))).isEqualTo(1);

        assertThat(lists.after("example.com", "", 1)).containsExactly("ann");
        assertThat(lists.after("example.com", "ann", 10)).containsExactly("cid");
        assertThat(database.protectedDomains().hasMailbox("example.com", "bob")).isFalse();
    }

    @Test
    void anAliasLeadsToOneMailboxOrSeveral() {
        Aliases aliases = database.aliases();
        aliases.set("example.com", "Sales", List.of("bob", "Ann"));

        assertThat(aliases.mailboxesOf("EXAMPLE.com", "sALES")).containsExactly("ann", "bob");
        assertThat(aliases.of("example.com")).isEqualTo(Map.of("sales", List.of("ann", "bob")));

        aliases.set("example.com", "sales", List.of());
        assertThat(aliases.mailboxesOf("example.com", "sales")).isEmpty();
    }

    @Test
    void aliasesDoNotGoRoundInCircles() {
        Aliases aliases = database.aliases();
        aliases.set("example.com", "sales", List.of("ann"));

        assertThatThrownBy(() -> aliases.set("example.com", "all", List.of("sales")))
                .hasMessageContaining("sales is an alias itself");
        assertThatThrownBy(() -> aliases.set("example.com", "ann", List.of("bob")))
                .hasMessageContaining("other aliases lead to ann");
        assertThatThrownBy(() -> aliases.set("example.com", "x", List.of("x"))).hasMessageContaining("itself");
        assertThatThrownBy(() -> aliases.set("example.org", "x", List.of("y")))
                .hasMessageContaining("not a protected domain");
    }

    @Test
    void settingsStandEachByItselfInProfilesDomainsAndUsers() {
        StoredSettings stored = database.storedSettings();
        assertThat(stored.addProfile("Strict")).isTrue();
        assertThat(stored.addProfile("strict")).isFalse();
        stored.set(new OfProfile("strict"), "spamDelete", Optional.of("normal"));
        stored.set(DOMAIN, "spamDelete", Optional.of("cautious"));
        stored.set(DOMAIN, "spamQuarantine", Optional.of("off"));
        stored.set(new OfUser("example.com", "Ann"), "spamDelete", Optional.of("off"));

        assertThat(stored.profiles()).containsExactly("default", "strict");
        assertThat(stored.in(new OfProfile("strict"))).isEqualTo(Map.of("spamDelete", "normal"));
        assertThat(stored.in(DOMAIN)).isEqualTo(Map.of("spamDelete", "cautious", "spamQuarantine", "off"));
        assertThat(stored.in(new OfUser("example.com", "ann"))).isEqualTo(Map.of("spamDelete", "off"));
        assertThat(stored.usersOf("example.com")).containsExactly("ann");

        stored.set(DOMAIN, "spamDelete", Optional.empty());
        assertThat(stored.in(DOMAIN)).isEqualTo(Map.of("spamQuarantine", "off"));
    }

    @Test
    void aProfileThatIsUsedStaysAndAnUnknownOneIsNotUsed() {
        StoredSettings stored = database.storedSettings();
        stored.addProfile("strict");
        database.protectedDomains()
                .change("example.com", known -> known.orElseThrow().withProfile("strict"));

        assertThatThrownBy(() -> stored.removeProfile("strict")).hasMessageContaining("used by 1 domain");
        assertThatThrownBy(() -> stored.removeProfile("default")).hasMessageContaining("stays");
        assertThatThrownBy(() -> database.protectedDomains()
                        .change("example.com", known -> known.orElseThrow().withProfile("strikt")))
                .hasMessageContaining("there is no profile 'strikt'")
                .hasMessageContaining("strict");
        assertThatThrownBy(() -> stored.set(new OfProfile("none"), "spamDelete", Optional.of("off")))
                .hasMessageContaining("there is no profile");
    }

    @Test
    void everyChangeIsNotedWithWhoWhenBeforeAndAfter() {
        database.close();
        Instant noon = Instant.parse("2100-11-24T12:00:00Z");
        database = Database.open(settings, Clock.fixed(noon, ZoneOffset.UTC));
        database.protectedDomains()
                .by("ann")
                .change("example.com", known -> known.orElseThrow().withTls(TlsPolicy.REQUIRED));
        database.mailboxLists().by("ann").bring("example.com", List.of("x", "y"), MailboxImport.ADD);
        database.mailboxLists().by("bob").remove("example.com", List.of("x"));
        database.protectedDomains().by("bob").setExempt("x@example.com", true);
        database.aliases().by("bob").set("example.com", "z", List.of("y"));
        database.storedSettings().by("bob").set(DOMAIN, "spamDelete", Optional.of("off"));
        database.storedSettings().by("cid").set(DOMAIN, "spamDelete", Optional.of("normal"));
        database.senderLists()
                .by("cid")
                .add(new ListEntry(ListEntry.Kind.ALLOW, "example.com", "a.example", false, Optional.empty(), "why"));
        database.senderLists().by("dan").remove(ListEntry.Kind.ALLOW, "example.com", "a.example");
        database.protectedDomains().by("eve").remove("example.com");

        assertThat(database.auditLog().find(Optional.of("example.com"), noon, 100))
                .allMatch(line -> line.at().equals(noon))
                .extracting(AuditLine::who, AuditLine::what, AuditLine::before, AuditLine::after)
                .containsExactly(
                        tuple("eve", "the domain with all that is set", Optional.of("protected"), Optional.empty()),
                        tuple(
                                "dan",
                                "allowlist entry a.example",
                                Optional.of("for proven senders, note: why"),
                                Optional.empty()),
                        tuple(
                                "cid",
                                "allowlist entry a.example",
                                Optional.empty(),
                                Optional.of("for proven senders, note: why")),
                        tuple("cid", "spamDelete", Optional.of("off"), Optional.of("normal")),
                        tuple("bob", "spamDelete", Optional.empty(), Optional.of("off")),
                        tuple("bob", "alias z", Optional.empty(), Optional.of("y")),
                        tuple("bob", "exemption of x", Optional.of("filtered"), Optional.of("exempt")),
                        tuple("bob", "mailboxes", Optional.of("removed x"), Optional.empty()),
                        tuple("ann", "mailboxes", Optional.empty(), Optional.of("added x, y")),
                        tuple("ann", "tls", Optional.of("opportunistic"), Optional.of("required")));
    }

    @Test
    void whatChangesNothingIsNotNoted() {
        int lines = audit().size();

        database.protectedDomains().change("example.com", known -> known.orElseThrow());
        database.storedSettings().set(DOMAIN, "spamDelete", Optional.empty());
        database.mailboxLists().bring("example.com", List.of(), MailboxImport.REPLACE);

        assertThat(audit()).hasSize(lines);
    }

    @Test
    void aChangeThatFailsIsNotNoted() {
        int lines = audit().size();

        assertThatThrownBy(() -> database.protectedDomains().change("example.com", known -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(audit()).hasSize(lines);
    }

    @Test
    void twoWhoChangeDifferentThingsAtOnceDoNotUndoEachOther() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = people.submit(() -> repeat(
                    ready,
                    number -> database.protectedDomains()
                            .change(
                                    "example.com",
                                    known -> known.orElseThrow()
                                            .withAdministrators(List.of("a" + number + "@example.com")))));
            Future<?> other = people.submit(() -> repeat(
                    ready,
                    number -> database.protectedDomains()
                            .change(
                                    "example.com",
                                    known -> known.orElseThrow()
                                            .withRoute(List.of(new RouteHost("h" + number + ".example", 25, 0))))));
            ready.countDown();
            one.get();
            other.get();
        } finally {
            people.shutdownNow();
        }

        ProtectedDomain domain = database.protectedDomains().find("example.com").orElseThrow();
        assertThat(domain.administrators()).containsExactly("a20@example.com");
        assertThat(domain.route()).extracting(RouteHost::host).containsExactly("h20.example");
    }

    private static void repeat(CountDownLatch ready, java.util.function.IntConsumer change) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        IntStream.rangeClosed(1, 20).forEach(change);
    }

    @Test
    void aChangeOnAnotherNodeIsSeenAfterASecond() {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00Z"));
        try (Database other = Database.open(settings, clock)) {
            assertThat(other.protectedDomains().hasMailbox("example.com", "ann"))
                    .isFalse();
            assertThat(other.storedSettings().in(DOMAIN)).isEmpty();

            database.protectedDomains().addMailboxes("example.com", List.of("ann"));
            database.storedSettings().set(DOMAIN, "spamDelete", Optional.of("off"));
            assertThat(other.protectedDomains().hasMailbox("example.com", "ann"))
                    .isFalse();

            clock.forward(java.time.Duration.ofSeconds(1));
            assertThat(other.protectedDomains().hasMailbox("example.com", "ann"))
                    .isTrue();
            assertThat(other.storedSettings().in(DOMAIN)).containsKey("spamDelete");
        }
    }
}
