package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.audit.AuditLine;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.message.Authentication;
import org.scora.people.Actor;
import org.scora.people.Link;
import org.scora.people.LinkTokens;
import org.scora.people.Links;
import org.scora.people.Role;
import org.scora.quarantine.CopyChange;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldCopies.Evictable;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.HeldQuery.Place;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.LegalHoldException;
import org.scora.score.Category;

abstract class HeldCopiesContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor ANN = new Actor(Role.OPERATOR, "ann", "192.0.2.9");

    private HeldMessages held;
    private HeldCopies copies;

    HeldCopiesContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeIndex() {
        held = database.heldMessages();
        copies = database.heldCopies();
    }

    @Test
    void aMailboxSeesWhatCameToItsAliasesAndTags() {
        know("example.com");
        database.protectedDomains().addMailboxes("example.com", List.of("ann", "bob"));
        database.aliases().set("example.com", "info", List.of("ann"));
        hold("1", 0, "Info@example.com");
        hold("2", 1, "ann+shop@example.com");
        hold("3", 2, "bob@example.com");
        hold("4", 3, "ann@example.com", "INFO@example.com");

        assertThat(found(query -> query.owner(Optional.of("Ann@Example.com")))).containsExactly("4", "2", "1");
    }

    @Test
    void pagesFollowOnEachOtherWithoutGapsAlsoAtEqualTimes() {
        IntStream.range(0, 25).forEach(i -> hold("k" + i, i / 10, "a@example.com", "b@example.com", "c@example.org"));
        List<String> all = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        for (int page = 0; page < 5; page++) {
            List<HeldMessage> found = copies.search(HeldQuery.builder()
                    .domain(Optional.of("example.com"))
                    .after(after)
                    .limit(7)
                    .build());
            found.forEach(message -> all.add(message.key()));
            after = found.isEmpty() ? after : Optional.of(Place.of(found.get(found.size() - 1)));
        }

        assertThat(all).hasSize(25).doesNotHaveDuplicates();
        assertThat(all.subList(0, 5)).allMatch(key -> key.matches("k2[0-4]"));
        assertThat(all.subList(15, 25)).allMatch(key -> key.matches("k[0-9]"));
    }

    @Test
    void everythingThatIsAskedForHasToHold() {
        held.put(full("1", "Your invoice, Größe 7", 4.0, Category.SPAM, "GTUBE", "ads@shop.example"));
        held.put(full("2", "INVOICE of May", 7.0, Category.PHISHING, "LINK_MISMATCH", "ads@bank.example"));

        assertThat(found(query -> query.subject(Optional.of("invoice")))).containsExactly("2", "1");
        assertThat(found(query -> query.subject(Optional.of("grÖSSe größe")))).isEmpty();
        assertThat(found(query -> query.subject(Optional.of("GRÖßE invoice")))).containsExactly("1");
        assertThat(found(query -> query.subject(Optional.of("invoic")))).isEmpty();
        assertThat(found(query -> query.subject(Optional.of("%")))).isEmpty();
        assertThat(found(query -> query.sender(Optional.of("ADS@bank.example"))))
                .containsExactly("2");
        assertThat(found(query -> query.sender(Optional.of("shop.example")))).containsExactly("1");
        assertThat(found(query -> query.sender(Optional.of("bounce-1@out.example"))))
                .containsExactly("1");
        assertThat(found(query -> query.finding(Optional.of("gtube")))).containsExactly("1");
        assertThat(found(query -> query.messageId(Optional.of("2@bank.example"))))
                .containsExactly("2");
        assertThat(found(query -> query.messageId(Optional.of("<1@bank.example>"))))
                .containsExactly("1");
        assertThat(found(query -> query.category(Optional.of(Category.PHISHING))))
                .containsExactly("2");
        assertThat(found(query -> query.score(Optional.of(4.5), Optional.empty())))
                .containsExactly("2");
        assertThat(found(query -> query.score(Optional.empty(), Optional.of(4.0))))
                .containsExactly("1");
        assertThat(found(query -> query.receipt(Optional.of("receipt-2")))).containsExactly("2");
        assertThat(found(query -> query.time(Optional.of(NOON), Optional.of(NOON))))
                .isEmpty();
        assertThat(found(query -> query.subject(Optional.of("invoice")).domain(Optional.of("example.org"))))
                .isEmpty();
        assertThat(found(query -> query.subject(Optional.of("invoice"))
                        .domain(Optional.of("example.com"))
                        .limit(1)))
                .containsExactly("2");
        assertThat(found(query -> query.owner(Optional.of("x' OR '1'='1")))).isEmpty();
    }

    @Test
    void ofTwoWhoChangeTheSameOneDoes() {
        hold("k", 0, "a@example.com", "B@example.com");

        assertThat(copies.change(to(HeldState.RELEASING, "A@example.com"))).containsExactly("a@example.com");
        assertThat(copies.change(to(HeldState.RELEASING, "a@example.com", "b@example.com")))
                .containsExactly("B@example.com");
        assertThat(copies.change(to(HeldState.RELEASING, "a@example.com", "b@example.com")))
                .isEmpty();
        assertThat(copies.change(to("other", HeldState.DELETED, "a@example.com")))
                .isEmpty();
        assertThat(copies.beingReleased(NOON.plusSeconds(60), 9))
                .extracting(HeldMessage::key)
                .containsExactly("k");
        assertThat(copies.beingReleased(NOON, 9)).isEmpty();
    }

    @Test
    void whatIsDoneStandsInTheAuditLogWithOriginAndReason() {
        hold("k", 0, "a@example.com");

        copies.change(new CopyChange(
                "k",
                List.of("a@example.com"),
                Set.of(HeldState.HELD),
                HeldState.DELETED,
                NOON,
                ANN,
                "delete",
                "nobody wants it"));

        AuditLine line = database.auditLog()
                .find(Optional.of("example.com"), Instant.EPOCH, 9)
                .get(0);
        assertThat(line.who()).isEqualTo("ann");
        assertThat(line.what()).isEqualTo("delete receipt-k to a@example.com");
        assertThat(line.before()).contains("held");
        assertThat(line.after()).contains("deleted");
        assertThat(line.origin()).contains("192.0.2.9");
        assertThat(line.reason()).contains("nobody wants it");
    }

    @Test
    void linksToAMessageAreVoidWhenItIsGoneForEverybody() {
        hold("k", 0, "a@example.com", "b@example.com");
        Links links = database.links(new LinkTokens(new byte[32], new SecureRandom()));
        Instant later = Instant.now().plusSeconds(600);
        String token = links.issue(new Link(Link.Kind.RELEASE, "b@example.com", "k", later));
        String other = links.issue(new Link(Link.Kind.RELEASE, "b@example.com", "other", later));

        copies.change(to(HeldState.DELETED, "a@example.com"));
        assertThat(links.find(token)).isInstanceOf(Links.Found.Valid.class);
        copies.change(to(HeldState.DELETED, "b@example.com"));

        assertThat(links.find(token)).isInstanceOf(Links.Found.Revoked.class);
        assertThat(links.find(other)).isInstanceOf(Links.Found.Valid.class);
    }

    @Test
    void theContentGoesWithTheLastRecipient() {
        hold("k", 0, "a@example.com", "b@example.com");

        copies.change(to(HeldState.DELETED, "a@example.com"));
        assertThat(copies.contentsToRemove(9)).isEmpty();
        assertThat(held.count()).isOne();
        copies.change(to(HeldState.DELETED, "b@example.com"));

        assertThat(copies.contentsToRemove(9)).containsExactly("k");
        assertThat(held.count()).isZero();
        assertThat(held.keys()).isEmpty();
        assertThat(copies.withContent("k")).isEmpty();
        assertThat(found(query -> query.subject(Optional.of("subject")))).isEmpty();
        assertThat(held.find("k").orElseThrow().recipientsIn(HeldState.DELETED)).hasSize(2);
        copies.contentsRemoved(List.of("k"));
        assertThat(copies.contentsToRemove(9)).isEmpty();
    }

    @Test
    void whatIsHeldAgainAfterItWasDeletedStaysDeletedAndItsContentGoesAgain() {
        hold("k", 0, "a@example.com");
        copies.change(to(HeldState.DELETED, "a@example.com"));
        copies.contentsRemoved(List.of("k"));

        hold("k", 0, "a@example.com");

        assertThat(held.count()).isZero();
        assertThat(copies.contentsToRemove(9)).containsExactly("k");
    }

    @Test
    void underLegalHoldNothingGoes() {
        hold("k", 0, "a@example.com");
        assertThat(copies.setLegalHold("k", true, ANN, NOON, "case 7")).isTrue();
        assertThat(copies.setLegalHold("other", true, ANN, NOON, "case 7")).isFalse();

        assertThat(copies.change(to(HeldState.DELETED, "a@example.com"))).isEmpty();
        assertThat(copies.due("example.com", Category.SPAM, NOON.plusSeconds(9), 9))
                .isEmpty();
        assertThat(copies.firstToGo("example.com", 9)).isEmpty();
        assertThat(copies.expire("example.com", List.of("k"), NOON, "")).isZero();
        assertThatThrownBy(() -> held.remove("k")).isInstanceOf(LegalHoldException.class);
        hold("k", 0, "a@example.com");
        assertThat(held.find("k").orElseThrow().legalHold()).isTrue();
        assertThat(copies.change(to(HeldState.RELEASING, "a@example.com"))).hasSize(1);

        copies.setLegalHold("k", false, ANN, NOON, "over");
        assertThat(held.remove("k")).isTrue();
    }

    @Test
    void expiryTakesTheOldOfACategoryAndADomain() {
        hold("old", 0, "a@example.com", "b@example.org");
        hold("new", 100, "a@example.com");
        held.put(full("virus", "x", 3, Category.VIRUS, "VIRUS_FOUND", "a@b.example"));

        assertThat(copies.domains()).containsExactly("example.com", "example.org");
        List<String> due = copies.due("example.com", Category.SPAM, NOON.plusSeconds(50), 9);
        assertThat(due).containsExactly("old");
        assertThat(copies.expire("example.com", due, NOON, "older than 30 days"))
                .isOne();
        assertThat(copies.expire("example.com", due, NOON, "older than 30 days"))
                .isZero();

        assertThat(copies.due("example.com", Category.SPAM, NOON.plusSeconds(50), 9))
                .isEmpty();
        assertThat(copies.due("example.org", Category.SPAM, NOON.plusSeconds(50), 9))
                .containsExactly("old");
        assertThat(copies.contentsToRemove(9)).isEmpty();
        copies.expire("example.org", due, NOON, "older than 30 days");
        assertThat(copies.contentsToRemove(9)).containsExactly("old");
        assertThat(copies.forget(NOON, 9)).isZero();
        assertThat(copies.forget(NOON.plusSeconds(1), 9)).isOne();
        assertThat(held.find("old")).isEmpty();
    }

    @Test
    void evictionBeginsWithWhatWasReleasedThenWithWhatIsCertain() {
        hold("doubtful", 0, "a@example.com");
        hold("released", 9, "a@example.com");
        copies.change(to("released", HeldState.RELEASED, "a@example.com"));
        held.put(full("certain", "x", 6.5, Category.SPAM, "GTUBE", "a@b.example"));
        hold("newer", 20, "a@example.com");

        assertThat(copies.firstToGo("example.com", 9))
                .extracting(Evictable::key)
                .containsExactly("released", "certain", "doubtful", "newer");
        assertThat(copies.firstToGo("example.org", 9)).isEmpty();
        assertThat(copies.bytesOf("example.com")).isEqualTo(400);
        assertThat(copies.bytesOf("example.org")).isZero();
    }

    @Test
    void aMessageCanTurnOutToBeAVirus() {
        hold("k", 0, "a@example.com");

        copies.recategorize("k", Category.VIRUS, "clamav calls it Eicar");

        assertThat(held.find("k").orElseThrow().category()).isEqualTo(Category.VIRUS);
        assertThat(found(query -> query.category(Optional.of(Category.VIRUS)))).containsExactly("k");
    }

    private List<String> found(UnaryOperator<HeldQuery.Builder> query) {
        return copies.search(query.apply(HeldQuery.builder()).build()).stream()
                .map(HeldMessage::key)
                .toList();
    }

    private static CopyChange to(HeldState state, String... recipients) {
        return to("k", state, recipients);
    }

    private static CopyChange to(String key, HeldState state, String... recipients) {
        return new CopyChange(
                key, List.of(recipients), Set.of(HeldState.HELD), state, NOON.plusSeconds(1), ANN, "change", "");
    }

    private void hold(String key, int second, String... recipients) {
        held.put(new HeldMessage(
                key,
                "receipt-" + key,
                Optional.of("someone@sender.example"),
                List.of(recipients),
                "subject",
                3.5,
                Category.SPAM,
                "reason",
                NOON.plusSeconds(second),
                100,
                "envelope",
                Optional.empty()));
    }

    private static HeldMessage full(
            String key, String subject, double score, Category category, String finding, String from) {
        return new HeldMessage(
                        key,
                        "receipt-" + key,
                        Optional.of("bounce-" + key + "@out.example"),
                        List.of("a@example.com"),
                        subject,
                        score,
                        category,
                        "reason",
                        NOON.plusSeconds(Math.round(score)),
                        100,
                        "envelope",
                        Optional.empty())
                .withFacts(new HeldFacts(
                        Optional.of("<" + key + "@bank.example>"),
                        List.of(from),
                        List.of(finding),
                        Authentication.none()));
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
}
