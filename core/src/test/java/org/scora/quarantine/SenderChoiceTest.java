package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.check.known.KnownHosts;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.quarantine.SenderChoice.Scope;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class SenderChoiceTest {
    @TempDir
    Path folder;

    private Database database;
    private SenderChoice choice;

    @BeforeEach
    void protectADomain() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4));
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "mail.example.com",
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx.example.com", 10)),
                        RecipientPolicy.LISTED,
                        List.of()));
        choice = new SenderChoice(database.protectedDomains(), KnownHosts.shipped());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void theAddressInFromIsAllowedWhenItsDomainIsProven() {
        HeldMessage message = message("bounce+1=a@out.shop.example", "News@Shop.example", signedBy("shop.example"));

        assertThat(choice.toAllow(message, Scope.ADDRESS)).isEqualTo("news@shop.example");
        assertThat(choice.toAllow(message, Scope.DOMAIN)).isEqualTo("shop.example");
        assertThat(choice.toAllow(message, Scope.SIGNER)).isEqualTo("shop.example");
    }

    @Test
    void nobodyIsAllowedWhoProvesNothing() {
        HeldMessage message = message("news@shop.example", "news@shop.example", Authentication.none());

        assertThatThrownBy(() -> choice.toAllow(message, Scope.ADDRESS)).hasMessageContaining("nothing proves");
        assertThatThrownBy(() -> choice.toAllow(message, Scope.DOMAIN)).hasMessageContaining("nothing proves");
        assertThatThrownBy(() -> choice.toAllow(message, Scope.SIGNER)).hasMessageContaining("signed");
    }

    @Test
    void theSignatureOfAnotherProvesNothing() {
        HeldMessage message = message("news@shop.example", "news@shop.example", signedBy("elsewhere.example"));

        assertThatThrownBy(() -> choice.toAllow(message, Scope.ADDRESS)).hasMessageContaining("nothing proves");
        assertThatThrownBy(() -> choice.toAllow(message, Scope.SIGNER)).hasMessageContaining("signed");
    }

    @Test
    void anAddressForOneMessageIsAllowedByItsSignerOnly() {
        HeldMessage message = message("x@shop.example", "order-8861239871@mail.shop.example", signedBy("shop.example"));

        assertThatThrownBy(() -> choice.toAllow(message, Scope.ADDRESS)).hasMessageContaining("one message only");
        assertThat(choice.toAllow(message, Scope.SIGNER)).isEqualTo("shop.example");
    }

    @Test
    void aDomainOfTheGatewayIsNeitherAllowedNorBlocked() {
        for (String own : List.of("mail.example.com", "sub.mail.example.com", "example.com")) {
            HeldMessage message = message("boss@" + own, "boss@" + own, signedBy(own));
            assertThatThrownBy(() -> choice.toAllow(message, Scope.ADDRESS)).hasMessageContaining("protects");
            assertThatThrownBy(() -> choice.toBlock(message, Scope.DOMAIN)).hasMessageContaining("protects");
        }
    }

    @Test
    void ofAFreeMailerTheAddressAloneIsAllowed() {
        HeldMessage message = message("ann@gmail.com", "ann@gmail.com", signedBy("gmail.com"));

        assertThat(choice.toAllow(message, Scope.ADDRESS)).isEqualTo("ann@gmail.com");
        assertThatThrownBy(() -> choice.toAllow(message, Scope.DOMAIN)).hasMessageContaining("everybody can have");
        assertThatThrownBy(() -> choice.toAllow(message, Scope.SIGNER)).hasMessageContaining("everybody can have");
        assertThatThrownBy(() -> choice.toBlock(message, Scope.DOMAIN)).hasMessageContaining("everybody can have");
    }

    @Test
    void aSenderIsBlockedWithoutAProof() {
        HeldMessage message = message("x1@spam.example", "Win@spam.example", Authentication.none());

        assertThat(choice.toBlock(message, Scope.ADDRESS)).isEqualTo("win@spam.example");
        assertThat(choice.toBlock(message, Scope.DOMAIN)).isEqualTo("spam.example");
    }

    @Test
    void hostileAddressesAreNoPatterns() {
        for (String hostile : List.of("", "@", "a@", "x@*", "\"a b\"@shop.example", "a@com", "nobody")) {
            HeldMessage message = message("", hostile, signedBy("shop.example"));
            assertThatThrownBy(() -> choice.toBlock(message, Scope.ADDRESS))
                    .as(hostile)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Authentication signedBy(String domain) {
        return new Authentication(
                Result.NONE,
                Optional.empty(),
                List.of(new Signature(Result.FAIL, "failed.example", "s"), new Signature(Result.PASS, domain, "s")),
                Result.NONE,
                Optional.empty(),
                false);
    }

    private static HeldMessage message(String sender, String from, Authentication authentication) {
        return new HeldMessage(
                        "k",
                        "receipt",
                        Optional.of(sender).filter(text -> !text.isEmpty()),
                        List.of("a@mail.example.com"),
                        "subject",
                        3.5,
                        Category.SPAM,
                        "reason",
                        Instant.EPOCH,
                        100,
                        "envelope",
                        Optional.empty())
                .withFacts(new HeldFacts(Optional.empty(), List.of(from), List.of(), authentication));
    }
}
