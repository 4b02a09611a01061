package org.scora.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfProfile;
import org.scora.domain.SettingScope.OfUser;
import org.scora.domain.StoredSettings;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Envelope;
import org.scora.policy.ListEntry.Kind;
import org.scora.score.Category;
import org.scora.score.Finding;
import org.scora.score.Verdict;
import org.scora.score.Weights;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class DeciderTest {
    private static final String RECIPIENT = "ann@example.com";
    private static final Envelope ENVELOPE = new Envelope(
            Optional.empty(),
            Optional.empty(),
            Optional.of("joe@partner.example"),
            List.of(RECIPIENT, "bob@example.org"));
    private static final Authentication PROVEN = new Authentication(
            Result.PASS, Optional.of("partner.example"), List.of(), Result.NONE, Optional.empty(), false);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void knowTwoDomains() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 2));
        for (String name : List.of("example.com", "example.org")) {
            database.protectedDomains()
                    .save(new ProtectedDomain(
                            name,
                            DomainState.ACTIVE,
                            List.of(RouteHost.parse("mx.example.com", 10)),
                            RecipientPolicy.ANY,
                            List.of()));
        }
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void theScoreDecidesByTheRuleOfItsCategory() {
        assertThat(decide(Category.SPAM, 1.99))
                .isEqualTo(decision(
                        Disposition.NORMAL,
                        "the score 1.9 stays below 2.0 (aggressive), from which spam is flagged in its subject"));
        assertThat(decide(Category.SPAM, 2))
                .isEqualTo(decision(
                        Disposition.FLAG_SUBJECT,
                        "the score 2.0 reaches 2.0 (aggressive), from which spam is flagged in its subject"));
        assertThat(decide(Category.SPAM, 4.26))
                .isEqualTo(decision(
                        Disposition.QUARANTINE, "the score 4.2 reaches 3.0 (normal), from which spam is quarantined"));
        assertThat(decide(Category.VIRUS, 2.5))
                .isEqualTo(decision(
                        Disposition.NORMAL,
                        "the score 2.5 stays below 3.0 (normal), from which virus mail is quarantined"));
    }

    @Test
    void whatIsDeletedIsSaidToBeDeleted() {
        assertThat(decide(Map.of("phishingDelete", "4.25"), Category.PHISHING, 4.255))
                .isEqualTo(decision(Disposition.DELETE, "the score 4.25 reaches 4.25, from which phishing is deleted"));
    }

    @Test
    void aCategoryThatIsSwitchedOffIsDelivered() {
        assertThat(decide(Map.of("explicitFlagSubject", "off", "explicitQuarantine", "off"), Category.EXPLICIT, 9))
                .isEqualTo(
                        decision(Disposition.NORMAL, "nothing is done about explicit mail here, whatever its score"));
    }

    @Test
    void scoresThatAreNoOrdinaryNumbersAreTaken() {
        assertThat(decide(Category.SPAM, Double.POSITIVE_INFINITY).disposition())
                .isEqualTo(Disposition.QUARANTINE);
        assertThat(decide(Category.SPAM, Double.NEGATIVE_INFINITY).disposition())
                .isEqualTo(Disposition.NORMAL);
        assertThat(decide(Category.SPAM, Double.NaN).disposition()).isEqualTo(Disposition.NORMAL);
        assertThat(decide(Category.SPAM, -0.01).reason()).startsWith("the score -0.1 stays below");
    }

    @Test
    void anExemptRecipientGetsEverything() {
        database.protectedDomains().setExempt(RECIPIENT, true);
        list(Kind.BLOCK, "partner.example", false);

        assertThat(decide(Category.VIRUS, 9))
                .isEqualTo(decision(Disposition.NORMAL, "mail to this recipient is not filtered"));
    }

    @Test
    void anAllowedSenderPassesWhateverTheScore() {
        list(Kind.ALLOW, "partner.example", false);
        list(Kind.BLOCK, "joe@partner.example", false);

        assertThat(decide(verdict(Category.SPAM, 9, PROVEN)))
                .isEqualTo(decision(Disposition.NORMAL, "the sender is allowed by the entry 'partner.example'"));
    }

    @Test
    void anAllowedSenderWhoProvesNothingIsTreatedByTheScoreAndToldWhy() {
        list(Kind.ALLOW, "partner.example", false);

        assertThat(decide(Category.SPAM, 4))
                .isEqualTo(decision(
                        Disposition.QUARANTINE,
                        "the score 4.0 reaches 3.0 (normal), from which spam is quarantined; the allow entry"
                                + " 'partner.example' did not count, since neither SPF nor DKIM proves the sender"));
        assertThat(decide(Category.SPAM, 0).reason()).doesNotContain("partner.example");
    }

    @Test
    void anAllowEntryForTheUnprovenLetsThemPass() {
        list(Kind.ALLOW, "partner.example", true);

        assertThat(decide(Category.SPAM, 4).disposition()).isEqualTo(Disposition.NORMAL);
    }

    @Test
    void anAllowedSenderDoesNotBringVirusesIn() {
        list(Kind.ALLOW, "partner.example", true);

        Decision decision = decide(verdict(Category.VIRUS, 5, PROVEN));

        assertThat(decision.disposition()).isEqualTo(Disposition.QUARANTINE);
        assertThat(decision.reason()).endsWith("; the allow entry 'partner.example' does not count for viruses");
    }

    @Test
    void aBlockedSenderIsHeldAtLeast() {
        list(Kind.BLOCK, "partner.example", false);

        assertThat(decide(Category.SPAM, -3))
                .isEqualTo(decision(Disposition.QUARANTINE, "the sender is blocked by the entry 'partner.example'"));
        assertThat(decide(Map.of("spamDelete", "cautious"), Category.SPAM, 5).disposition())
                .isEqualTo(Disposition.DELETE);
    }

    @Test
    void eachRecipientIsDecidedByTheListsOfItsDomain() {
        list(Kind.BLOCK, "partner.example", false);

        List<Decision> decisions = decider(Map.of())
                .decide(
                        verdict(Category.SPAM, 0, Authentication.none()),
                        ENVELOPE,
                        List.of(),
                        List.of("Bob@Example.org", "Ann@Example.COM", "cid@example.com"));

        assertThat(decisions)
                .extracting(Decision::recipient, Decision::disposition)
                .containsExactly(
                        tuple("Bob@Example.org", Disposition.NORMAL),
                        tuple("Ann@Example.COM", Disposition.QUARANTINE),
                        tuple("cid@example.com", Disposition.QUARANTINE));
    }

    @Test
    void theAddressInFromCountsBesideTheEnvelope() {
        list(Kind.BLOCK, "forged.example", false);

        assertThat(decider(Map.of())
                        .decide(
                                verdict(Category.SPAM, 0, Authentication.none()),
                                ENVELOPE,
                                List.of("x@forged.example"),
                                List.of(RECIPIENT)))
                .extracting(Decision::disposition)
                .containsExactly(Disposition.QUARANTINE);
    }

    private void list(Kind kind, String pattern, boolean evenUnauthenticated) {
        database.senderLists()
                .add(new ListEntry(kind, "example.com", pattern, evenUnauthenticated, Optional.empty(), ""));
    }

    private Decision decide(Category category, double score) {
        return decide(Map.of(), category, score);
    }

    @Test
    void theFewestFindingsThatLedToItAreNamed() {
        Verdict verdict = Weights.setByHand()
                .verdict(
                        List.of(new Finding("GTUBE", ""), new Finding("BULK_MARKED", "")),
                        List.of(),
                        Authentication.none());

        assertThat(decide(verdict).reason())
                .isEqualTo("the score 5.0 reaches 3.0 (normal), from which spam is quarantined;"
                        + " without GTUBE it would not be");
    }

    @Test
    void aDomainsOwnValueHoldsBeforeThatOfItsProfileAndOfTheChain() {
        StoredSettings stored = database.storedSettings();
        stored.set(new OfProfile("default"), "spamQuarantine", Optional.of("very cautious"));
        assertThat(decide(Map.of("spamQuarantine", "off"), Category.SPAM, 4).disposition())
                .isEqualTo(Disposition.FLAG_SUBJECT);

        stored.set(new OfDomain("example.com"), "spamQuarantine", Optional.of("cautious"));
        assertThat(decide(Map.of("spamQuarantine", "off"), Category.SPAM, 4).disposition())
                .isEqualTo(Disposition.QUARANTINE);

        stored.set(new OfDomain("example.com"), "spamQuarantine", Optional.empty());
        assertThat(decide(Map.of(), Category.SPAM, 4).disposition()).isEqualTo(Disposition.FLAG_SUBJECT);
    }

    @Test
    void aUsersOwnValueHoldsWhereTheDomainLetsUsersSetItAlsoForTaggedAndAliasedAddresses() {
        StoredSettings stored = database.storedSettings();
        database.aliases().set("example.com", "sales", List.of("ann"));
        stored.set(new OfUser("example.com", "Ann"), "spamDelete", Optional.of("normal"));
        assertThat(dispositionsAtFour()).containsOnly(Disposition.QUARANTINE);

        stored.set(new OfDomain("example.com"), "usersMaySet", Optional.of("spamDelete"));

        assertThat(dispositionsAtFour())
                .containsExactly(Disposition.DELETE, Disposition.DELETE, Disposition.DELETE, Disposition.QUARANTINE);
    }

    private List<Disposition> dispositionsAtFour() {
        return decider(Map.of())
                .decide(
                        verdict(Category.SPAM, 4, Authentication.none()),
                        ENVELOPE,
                        List.of(),
                        List.of(RECIPIENT, "ann+shop@example.com", "Sales@example.com", "bob@example.com"))
                .stream()
                .map(Decision::disposition)
                .toList();
    }

    @Test
    void aStoredValueThatIsNotUnderstoodIsLeftOut() {
        database.storedSettings().set(new OfDomain("example.com"), "spamQuarantine", Optional.of("telepathic"));

        assertThat(decide(Category.SPAM, 4).disposition()).isEqualTo(Disposition.QUARANTINE);
    }

    @Test
    void anExemptionHoldsForTheAddressesThatLeadToTheMailbox() {
        database.aliases().set("example.com", "sales", List.of("bob"));
        database.protectedDomains().setExempt("bob@example.com", true);

        assertThat(decider(Map.of())
                        .decide(
                                verdict(Category.SPAM, 4, Authentication.none()),
                                ENVELOPE,
                                List.of(),
                                List.of("bob+x@example.com", "sales@example.com", "ann@example.com")))
                .extracting(Decision::disposition)
                .containsExactly(Disposition.NORMAL, Disposition.NORMAL, Disposition.QUARANTINE);
    }

    private Decision decide(Map<String, String> settings, Category category, double score) {
        return decider(settings)
                .decide(verdict(category, score, Authentication.none()), ENVELOPE, List.of(), List.of(RECIPIENT))
                .get(0);
    }

    private Decision decide(Verdict verdict) {
        return decider(Map.of())
                .decide(verdict, ENVELOPE, List.of(), List.of(RECIPIENT))
                .get(0);
    }

    private Decider decider(Map<String, String> settings) {
        return new Decider(
                database.recipients(),
                database.senderLists(),
                new Profiles(database.effectiveSettings(), database.recipients(), settings)::of,
                Weights::shipped,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static Verdict verdict(Category category, double score, Authentication authentication) {
        return new Verdict(score, category, List.of(), List.of(), authentication);
    }

    private static Decision decision(Disposition disposition, String reason) {
        return new Decision(RECIPIENT, disposition, reason);
    }
}
