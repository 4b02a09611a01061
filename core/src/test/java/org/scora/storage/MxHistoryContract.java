package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.checkup.MxHistory;
import org.scora.checkup.MxSighting;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;

abstract class MxHistoryContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofSeconds(300);

    private MxHistory history;

    MxHistoryContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void protectADomain() {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.com",
                        DomainState.PENDING,
                        List.of(new RouteHost("mail.example.com", 25, 0)),
                        RecipientPolicy.LISTED,
                        List.of()));
        history = database.mxHistory();
    }

    @Test
    void theSameRecordsAreOneSightingThatGrows() {
        history.saw("example.com", "10 mail.example.com", DAY, NOON);
        history.saw("example.com", "10 mail.example.com", DAY, NOON.plusSeconds(60));

        assertThat(history.of("example.com"))
                .containsExactly(new MxSighting("10 mail.example.com", DAY, NOON, NOON.plusSeconds(60)));
    }

    @Test
    void otherRecordsOrAnotherTimeToLiveBeginANewSightingAndTheNewestComesFirst() {
        history.saw("example.com", "10 mail.example.com", DAY, NOON);
        history.saw("example.com", "10 mail.example.com", SHORT, NOON.plusSeconds(60));
        history.saw("example.com", "5 mx1.gateway.example", SHORT, NOON.plusSeconds(120));

        assertThat(history.of("example.com"))
                .extracting(MxSighting::firstSeen)
                .containsExactly(NOON.plusSeconds(120), NOON.plusSeconds(60), NOON);
    }

    @Test
    void onlyTheLastTwentyAreKept() {
        for (int i = 0; i < 30; i++) {
            history.saw("example.com", "10 mail" + i + ".example.com", DAY, NOON.plusSeconds(i));
        }
        assertThat(history.of("example.com")).hasSize(20);
        assertThat(history.of("example.com").get(19).records()).isEqualTo("10 mail10.example.com");
    }

    @Test
    void aDomainThatIsNotProtectedIsNotRememberedAndOneThatIsRemovedIsForgotten() {
        history.saw("example.org", "10 mail.example.org", DAY, NOON);
        assertThat(history.of("example.org")).isEmpty();

        history.saw("example.com", "10 mail.example.com", DAY, NOON);
        database.protectedDomains().remove("example.com");
        assertThat(history.of("example.com")).isEmpty();
    }
}
