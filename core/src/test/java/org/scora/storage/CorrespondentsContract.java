package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.learn.Ledger;
import org.scora.learn.TrainingEvent;
import org.scora.learn.TrainingSource;
import org.scora.trust.Acquaintance;
import org.scora.trust.Contact;
import org.scora.trust.Correspondents;

abstract class CorrespondentsContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Correspondents correspondents;

    CorrespondentsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void protectADomain() {
        correspondents = database.correspondents();
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.com",
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx.example.com", 10)),
                        RecipientPolicy.ANY,
                        List.of()));
    }

    @Test
    void contactsAddUpAndKeepTheFirstAndTheLastTime() {
        correspondents.add(List.of(wanted("ann@partner.example", NOON), wanted("bob@partner.example", NOON)));
        correspondents.add(List.of(new Contact("example.com", "ann@partner.example", NOON.plusSeconds(60), 2, 1)));
        correspondents.add(List.of(wanted("ann@partner.example", NOON.plusSeconds(30))));

        assertThat(correspondents.find("example.com", "ann@partner.example"))
                .contains(new Acquaintance(NOON, NOON.plusSeconds(60), 2, 3));
        assertThat(correspondents.find("example.com", "bob@partner.example"))
                .contains(new Acquaintance(NOON, NOON, 0, 1));
        assertThat(correspondents.find("example.org", "ann@partner.example")).isEmpty();
    }

    @Test
    void whatIsAboutADomainThatIsNotProtectedIsLeftOutAndGoesWithTheDomain() {
        correspondents.add(List.of(new Contact("gone.example", "x", NOON, 1, 0), wanted("kept", NOON)));
        assertThat(correspondents.find("gone.example", "x")).isEmpty();
        assertThat(correspondents.find("example.com", "kept")).isPresent();

        database.protectedDomains().remove("example.com");

        assertThat(correspondents.find("example.com", "kept")).isEmpty();
    }

    @Test
    void whoWasNotSeenForLongIsForgottenAndSoAreTheOldestOfTooMany() {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            contacts.add(wanted("peer" + i, NOON.plusSeconds(i)));
        }
        correspondents.add(contacts);

        assertThat(correspondents.forget(NOON.plusSeconds(2), 100)).isEqualTo(2);
        assertThat(correspondents.forget(NOON, 5)).isEqualTo(3);

        assertThat(correspondents.find("example.com", "peer4")).isEmpty();
        assertThat(correspondents.find("example.com", "peer5")).isPresent();
    }

    @Test
    void whoseMailPeopleOfTheDomainCallUnwantedIsForgotten() {
        for (String peer : List.of("reported@x.example", "taught@x.example", "elsewhere@x.example")) {
            correspondents.add(List.of(wanted(peer, NOON)));
        }
        teach(TrainingSource.Kind.REPORT, "ann@example.com", "Reported@X.example", NOON);
        teach(TrainingSource.Kind.COMMAND, "ann@example.com", "taught@x.example", NOON);
        teach(TrainingSource.Kind.PERSON, "bob@example.org", "elsewhere@x.example", NOON);

        assertThat(correspondents.forgetUnwanted(NOON.plusSeconds(1))).isZero();
        assertThat(correspondents.forgetUnwanted(NOON)).isEqualTo(1);

        assertThat(correspondents.find("example.com", "reported@x.example")).isEmpty();
        assertThat(correspondents.find("example.com", "taught@x.example")).isPresent();
        assertThat(correspondents.find("example.com", "elsewhere@x.example")).isPresent();
    }

    @Test
    void whatIsKnownOutlivesARestart() {
        correspondents.add(List.of(wanted("ann@partner.example", NOON)));

        reopenDatabase();

        assertThat(database.correspondents().find("example.com", "ann@partner.example"))
                .isPresent();
    }

    @Test
    void namesThatADatabaseCanNotKeepAsTheyAreDoNoHarm() {
        correspondents.add(List.of(wanted("nul\0@partner.example", NOON)));

        assertThat(correspondents.find("example.com", "nul\0@partner.example")).isPresent();
    }

    private void teach(TrainingSource.Kind kind, String who, String sender, Instant at) {
        TrainingEvent event = new TrainingEvent(
                0, at, new TrainingSource(kind, who), true, sender, sender, "", true, Optional.empty());
        database.ledger().add(List.of(new Ledger.Entry(event, new byte[0])));
    }

    private static Contact wanted(String peer, Instant at) {
        return new Contact("example.com", peer, at, 0, 1);
    }
}
