package org.scora.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.score.Category;
import org.scora.score.Verdict;

class DeliveredTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Authentication ALIGNED = new Authentication(
            Result.PASS,
            Optional.of("bounces.partner.example"),
            List.of(new Signature(Result.PASS, "Partner.example", "s1"), new Signature(Result.FAIL, "x.example", "s1")),
            Result.PASS,
            Optional.of("partner.example"),
            true);

    @Test
    void aWantedMessageMakesItsProvenAddressItsDomainsAndItsNetworkKnown() {
        assertThat(contacts("joe@partner.example", ALIGNED, -1))
                .extracting(Contact::peer)
                .containsExactlyInAnyOrder(
                        "joe@partner.example", "192.0.2.0/24", "bounces.partner.example", "partner.example");
        assertThat(contacts("joe@partner.example", ALIGNED, -1))
                .allSatisfy(contact -> assertThat(contact)
                        .extracting(Contact::domain, Contact::writtenTo, Contact::wanted)
                        .containsExactly("example.com", 0L, 1L));
    }

    @Test
    void whatMayBeUnwantedMakesNobodyKnown() {
        assertThat(contacts("joe@partner.example", ALIGNED, 0)).isEmpty();
        assertThat(contacts("joe@partner.example", ALIGNED, 2.5)).isEmpty();
    }

    @Test
    void whatIsNotProvenMakesOnlyTheNetworkKnown() {
        assertThat(contacts("joe@partner.example", Authentication.none(), -1))
                .extracting(Contact::peer)
                .containsExactly("192.0.2.0/24");
    }

    @Test
    void whoPassesOnWhatOthersWroteIsNotedForThat() {
        Authentication byAList = new Authentication(
                Result.PASS, Optional.of("lists.example"), List.of(), Result.FAIL, Optional.of("x.example"), false);

        assertThat(contacts("joe@x.example", byAList, -1))
                .extracting(Contact::peer)
                .containsExactlyInAnyOrder("192.0.2.0/24", "lists.example", "via lists.example");
    }

    @Test
    void whoIsWrittenToByPeopleOfAProtectedDomainIsKnownThereWhateverTheScore() {
        Authentication own = new Authentication(
                Result.PASS, Optional.of("own.example"), List.of(), Result.NONE, Optional.of("own.example"), true);

        assertThat(contacts("Ann@own.example", own, 1))
                .containsExactly(new Contact("own.example", "bob@example.com", NOON, 1, 0));
    }

    @Test
    void whoOnlySaysToBeOfAProtectedDomainMakesNobodyKnown() {
        Authentication softFail = new Authentication(
                Result.SOFTFAIL, Optional.of("own.example"), List.of(), Result.NONE, Optional.empty(), false);

        assertThat(contacts("ann@own.example", softFail, 1)).isEmpty();
    }

    private static List<Contact> contacts(String sender, Authentication authentication, double score) {
        return new Delivered(
                        Optional.of(InetAddresses.forString("192.0.2.77")),
                        Optional.of(sender),
                        List.of(sender),
                        new Verdict(score, Category.SPAM, List.of(), List.of(), authentication),
                        "Bob@Example.com")
                .contacts("own.example"::equals, NOON);
    }
}
