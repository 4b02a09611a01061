package org.scora.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Envelope;
import org.scora.policy.ListEntry.Kind;
import org.scora.score.Category;
import org.scora.score.Verdict;
import org.scora.score.Weights;
import org.scora.storage.Database;
import org.scora.storage.TestDatabase;

class OwnListsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Envelope ENVELOPE =
            new Envelope(Optional.empty(), Optional.empty(), Optional.of("joe@partner.example"), List.of());
    private static final Authentication PROVEN = new Authentication(
            Result.PASS, Optional.of("partner.example"), List.of(), Result.NONE, Optional.empty(), false);

    private final Database database = TestDatabase.open(CLOCK);

    @BeforeEach
    void knowAnnAndBob() {
        TestDatabase.protect(database, "example.com", "ann", "bob");
        database.aliases().set("example.com", "sales", List.of("ann"));
        database.aliases().set("example.com", "all", List.of("ann", "bob"));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "sales@example.com", "ann+shop@example.com", "ANN@EXAMPLE.COM"})
    void whomAUserAllowsReachesAllAddressesOfTheMailbox(String recipient) {
        own(Kind.ALLOW, "partner.example");

        assertThat(decide(recipient, Category.SPAM, PROVEN))
                .isEqualTo(new Decision(
                        recipient,
                        Disposition.NORMAL,
                        "the sender is allowed by the entry 'partner.example' of ann@example.com's own list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@example.com", "all@example.com"})
    void whomAUserAllowsReachesNobodyElse(String recipient) {
        own(Kind.ALLOW, "partner.example");

        assertThat(decide(recipient, Category.SPAM, PROVEN).disposition()).isEqualTo(Disposition.QUARANTINE);
    }

    @Test
    void recipientsOfOneMessageHaveEachTheirOwnList() {
        own(Kind.ALLOW, "partner.example");

        assertThat(decide(List.of("bob@example.com", "ann@example.com", "all@example.com"), Category.SPAM, PROVEN))
                .extracting(Decision::disposition)
                .containsExactly(Disposition.QUARANTINE, Disposition.NORMAL, Disposition.QUARANTINE);
    }

    @Test
    void aSenderWhoProvesNothingIsNotLetThrough() {
        own(Kind.ALLOW, "partner.example");

        assertThat(ann(Authentication.none()).disposition()).isEqualTo(Disposition.QUARANTINE);
        assertThat(ann(Authentication.none()).reason())
                .contains(
                        "the allow entry 'partner.example' of ann@example.com's own list did not count, since neither");
    }

    @Test
    void theListCountsOnlyWhereTheDomainLetsUsersHaveOne() {
        own(Kind.ALLOW, "partner.example");
        TestDatabase.set(database, new OfDomain("example.com"), "usersMayAllowSenders", "false");

        assertThat(ann(PROVEN).disposition()).isEqualTo(Disposition.QUARANTINE);
    }

    @Test
    void whatAUserMayNotReleaseNoListOfHisLetsThrough() {
        own(Kind.ALLOW, "partner.example");

        assertThat(decide("ann@example.com", Category.PHISHING, PROVEN).reason())
                .contains("the allow entry 'partner.example' of ann@example.com's own list does not count for phishing,"
                        + " which only administrators let through");
        assertThat(decide("ann@example.com", Category.VIRUS, PROVEN).disposition())
                .isGreaterThanOrEqualTo(Disposition.QUARANTINE);
        TestDatabase.set(database, new OfDomain("example.com"), "usersMayRelease", "spam, phishing");
        assertThat(decide("ann@example.com", Category.PHISHING, PROVEN).disposition())
                .isEqualTo(Disposition.NORMAL);
    }

    @Test
    void whatTheDomainBlocksNoUserLetsIn() {
        own(Kind.ALLOW, "joe@partner.example");
        ofDomain(Kind.BLOCK, "partner.example");

        assertThat(harmless().disposition()).isEqualTo(Disposition.QUARANTINE);
        assertThat(harmless().reason())
                .contains("blocked by the entry 'partner.example'", "does not count against the domain's blocklist");
    }

    @Test
    void whatAUserBlocksIsHeldForHimAloneWhateverTheDomainAllows() {
        own(Kind.BLOCK, "partner.example");
        ofDomain(Kind.ALLOW, "partner.example");

        assertThat(harmless().disposition()).isEqualTo(Disposition.QUARANTINE);
        assertThat(harmless().reason())
                .isEqualTo("the sender is blocked by the entry 'partner.example' of ann@example.com's own list");
        assertThat(decide("bob@example.com", Category.SPAM, PROVEN).disposition())
                .isEqualTo(Disposition.NORMAL);
    }

    @Test
    void theNarrowestEntryOfAUserCounts() {
        own(Kind.ALLOW, "partner.example");
        own(Kind.BLOCK, "joe@partner.example");
        assertThat(ann(PROVEN).disposition()).isEqualTo(Disposition.QUARANTINE);

        database.senderLists().removeOfUser(Kind.BLOCK, "example.com", "ann", "joe@partner.example");
        assertThat(ann(PROVEN).disposition()).isEqualTo(Disposition.NORMAL);
    }

    @Test
    void whatStandsInAUsersListIsToldToNobodyElse() {
        own(Kind.BLOCK, "partner.example");
        ofDomain(Kind.BLOCK, "joe@partner.example");
        List<Decision> decisions = decide(List.of("ann@example.com", "bob@example.com"), 0, Category.SPAM, PROVEN);

        assertThat(Reason.forAll(decisions)).contains("the sender is blocked by the entry 'joe@partner.example'");
        assertThat(Reason.forAll(decisions.subList(0, 1)))
                .hasValueSatisfying(own -> assertThat(own).contains("ann@example.com's own list"));
        assertThat(Reason.forAll(List.of(decisions.get(0), decisions.get(0))))
                .contains("a list of the recipient's own says so");
        assertThat(Reason.forAll(List.of())).isEmpty();
    }

    @Test
    void anEntryThatIsOverDoesNotCount() {
        database.senderLists()
                .add(ListEntry.ofUser(
                        Kind.ALLOW, "example.com", "ann", "partner.example", Optional.of(NOW.minusSeconds(1)), ""));

        assertThat(ann(PROVEN).disposition()).isEqualTo(Disposition.QUARANTINE);
    }

    private void own(Kind kind, String pattern) {
        database.senderLists().add(ListEntry.ofUser(kind, "example.com", "ann", pattern, Optional.empty(), ""));
    }

    private void ofDomain(Kind kind, String pattern) {
        database.senderLists().add(new ListEntry(kind, "example.com", pattern, false, Optional.empty(), ""));
    }

    private Decision ann(Authentication authentication) {
        return decide("ann@example.com", Category.SPAM, authentication);
    }

    private Decision harmless() {
        return decide(List.of("ann@example.com"), 0, Category.SPAM, PROVEN).get(0);
    }

    private Decision decide(String recipient, Category category, Authentication authentication) {
        return decide(List.of(recipient), category, authentication).get(0);
    }

    private List<Decision> decide(List<String> recipients, Category category, Authentication authentication) {
        return decide(recipients, 4, category, authentication);
    }

    private List<Decision> decide(
            List<String> recipients, double score, Category category, Authentication authentication) {
        Verdict verdict = new Verdict(score, category, List.of(), List.of(), authentication);
        Profiles profiles = new Profiles(database.effectiveSettings(), database.recipients(), Map.of());
        return new Decider(database.recipients(), database.senderLists(), profiles::of, Weights::setByHand, CLOCK)
                .decide(verdict, ENVELOPE, List.of(), recipients);
    }
}
