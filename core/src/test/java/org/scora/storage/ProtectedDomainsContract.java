package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;

abstract class ProtectedDomainsContract extends StoreContract {
    private static final ProtectedDomain EXAMPLE = new ProtectedDomain(
            "example.com",
            DomainState.ACTIVE,
            List.of(RouteHost.parse("mx.example.com", 10), RouteHost.parse("[2001:db8::1]:2525", 20)),
            RecipientPolicy.LISTED,
            List.of("admin@example.com"));

    private ProtectedDomains domains;

    ProtectedDomainsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void knowOneDomain() {
        domains = database.protectedDomains();
        domains.save(EXAMPLE);
    }

    @Test
    void whatWasSavedIsFoundAsItWas() {
        assertThat(domains.find("example.com")).contains(EXAMPLE);
    }

    @Test
    void aDomainIsFoundInAnyCaseAndWithATrailingDot() {
        assertThat(domains.find("EXAMPLE.Com.")).contains(EXAMPLE);
    }

    @Test
    void whatIsNoDomainIsNotFound() {
        assertThat(List.of(
                        "",
                        ".",
                        "com",
                        "sub.example.com",
                        "example.com..",
                        "exam\0ple.com",
                        "x'; --",
                        "a".repeat(70_000)))
                .allSatisfy(name -> assertThat(domains.find(name)).isEmpty());
    }

    @Test
    void savingAgainReplacesTheDomainAndKeepsItsMailboxes() {
        domains.addMailboxes("example.com", List.of("ann"));
        ProtectedDomain suspended = new ProtectedDomain(
                "example.com", DomainState.SUSPENDED, EXAMPLE.route(), RecipientPolicy.ANY, List.of());

        domains.save(suspended);

        assertThat(domains.all()).containsExactly(suspended);
        assertThat(domains.mailboxes("example.com")).containsExactly("ann");
    }

    @Test
    void allDomainsComeByName() {
        List.of("b.example", "a-b.example", "ab.example", "a.b.example").forEach(name -> domains.save(named(name)));

        assertThat(domains.all())
                .extracting(ProtectedDomain::name)
                .containsExactly("a-b.example", "a.b.example", "ab.example", "b.example", "example.com");
    }

    @Test
    void removingADomainForgetsItsMailboxesAndExemptions() {
        domains.addMailboxes("example.com", List.of("ann"));
        domains.setExempt("ann@example.com", true);

        assertThat(domains.remove("Example.com")).isTrue();
        assertThat(domains.remove("example.com")).isFalse();

        domains.save(EXAMPLE);
        assertThat(domains.hasMailbox("example.com", "ann")).isFalse();
        assertThat(domains.isExempt("ann@example.com")).isFalse();
    }

    @Test
    void mailboxesAreKnownInAnyCase() {
        domains.addMailboxes("Example.com", List.of("Ann.Smith"));

        assertThat(domains.hasMailbox("EXAMPLE.COM", "aNN.sMITH")).isTrue();
        assertThat(domains.hasMailbox("example.com", "ann")).isFalse();
        assertThat(domains.hasMailbox("example.org", "ann.smith")).isFalse();
    }

    @Test
    void mailboxesOfADomainAreSorted() {
        domains.addMailboxes("example.com", List.of("zoe", "a_b", "a.b", "Bob", "ab"));

        assertThat(domains.mailboxes("example.com")).containsExactly("a.b", "a_b", "ab", "bob", "zoe");
    }

    @Test
    void onlyNewMailboxesAreCounted() {
        domains.addMailboxes("example.com", List.of("ann", "bob"));

        assertThat(domains.addMailboxes("example.com", List.of("BOB", "cid", "Cid", " dan ")))
                .isEqualTo(2);
        assertThat(domains.mailboxes("example.com")).containsExactly("ann", "bob", "cid", "dan");
    }

    @Test
    void thousandsOfMailboxesGoInAtOnce() {
        List<String> many = IntStream.range(0, 2500).mapToObj(i -> "user" + i).toList();

        assertThat(domains.addMailboxes("example.com", many)).isEqualTo(2500);
        assertThat(domains.mailboxes("example.com")).hasSize(2500);
        assertThat(domains.addMailboxes("example.com", List.of())).isZero();
    }

    @Test
    void mailboxesOfAnUnknownDomainAreRefusedWithAText() {
        assertThatThrownBy(() -> domains.addMailboxes("example.org", List.of("ann")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.org is not a protected domain");
    }

    @Test
    void aBadMailboxAmongGoodOnesAddsNone() {
        assertThatThrownBy(() -> domains.addMailboxes("example.com", List.of("ann", "bob@example.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'bob@example.com'")
                .hasMessageContaining("before the @");
        assertThat(domains.mailboxes("example.com")).isEmpty();
    }

    @Test
    void anExemptionIsTurnedOnAndOff() {
        domains.setExempt("Ann@Example.com", true);
        domains.setExempt("ann@example.com", true);
        assertThat(domains.isExempt("ANN@example.com.")).isTrue();
        assertThat(domains.isExempt("bob@example.com")).isFalse();

        domains.setExempt("ann@example.com", false);
        assertThat(domains.isExempt("ann@example.com")).isFalse();
    }

    @Test
    void exemptionsOfWhatIsNoRecipientHereAreRefused() {
        assertThat(List.of("ann", "ann@example.org", "@example.com", "ann@"))
                .allSatisfy(recipient -> assertThatThrownBy(() -> domains.setExempt(recipient, true))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void hostileNamesAreSimplyNotKnown() {
        domains.addMailboxes("example.com", List.of("ab"));

        assertThat(List.of("a\0b", "ab\0", "", "' OR 1=1 --", "\uD800", "x".repeat(100_000)))
                .allSatisfy(name -> {
                    assertThat(domains.hasMailbox("example.com", name)).isFalse();
                    assertThat(domains.isExempt(name + "@example.com")).isFalse();
                });
        assertThat(domains.isExempt("no address")).isFalse();
    }

    @Test
    void everythingIsThereAfterTheDatabaseWasOpenedAgain() {
        domains.addMailboxes("example.com", List.of("ann"));

        reopenDatabase();

        assertThat(database.protectedDomains().all()).containsExactly(EXAMPLE);
        assertThat(database.protectedDomains().mailboxes("example.com")).containsExactly("ann");
    }

    private static ProtectedDomain named(String name) {
        return new ProtectedDomain(name, DomainState.ACTIVE, EXAMPLE.route(), RecipientPolicy.LISTED, List.of());
    }
}
