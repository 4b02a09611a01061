package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.trust.Greylist;
import org.scora.trust.GreylistKey;
import org.scora.trust.Greylisted;

abstract class GreylistContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final GreylistKey KEY = new GreylistKey("192.0.2.0/24", "sender.example", "example.com");

    private Greylist greylist;

    GreylistContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeGreylist() {
        greylist = database.greylist();
    }

    @Test
    void whoComesIsNotedOnceAndKeepsItsFirstTime() {
        assertThat(greylist.find(KEY)).isEmpty();

        add(KEY, NOON);
        add(KEY, NOON.plusSeconds(90));

        assertThat(greylist.find(KEY)).contains(new Greylisted(NOON, NOON.plusSeconds(90), false));
    }

    @Test
    void whoWasLetInIsKnownToAllNodesAndAfterARestart() {
        add(KEY, NOON);
        greylist.add(Map.of(KEY, new Greylisted(NOON, NOON.plusSeconds(90), true)));
        add(KEY, NOON.plusSeconds(30));

        try (Database otherNode = Database.open(secondNode())) {
            assertThat(otherNode.greylist().find(KEY)).contains(new Greylisted(NOON, NOON.plusSeconds(90), true));
        }
    }

    private DatabaseSettings secondNode() {
        // The embedded database has one node only: there it is a restart.
        if (settings.url().startsWith("jdbc:h2")) {
            database.close();
        }
        return settings;
    }

    @Test
    void whoDidNotComeAgainIsForgottenSoonAndWhoWasLetInLater() {
        GreylistKey other = new GreylistKey("pool.example", "sender.example", "example.com");
        greylist.add(Map.of(KEY, new Greylisted(NOON, NOON, false), other, new Greylisted(NOON, NOON, true)));

        assertThat(greylist.forget(NOON.plus(Duration.ofDays(2)))).isZero();
        assertThat(greylist.forget(NOON.plus(Duration.ofDays(2)).plusSeconds(1)))
                .isEqualTo(1);
        assertThat(greylist.find(KEY)).isEmpty();
        assertThat(greylist.forget(NOON.plus(Duration.ofDays(36)))).isZero();
        assertThat(greylist.forget(NOON.plus(Duration.ofDays(36)).plusSeconds(1)))
                .isEqualTo(1);
    }

    @Test
    void oneNetworkCanNotFillTheListWithSendersItMakesUp() {
        for (int i = 0; i < 150; i++) {
            add(new GreylistKey("192.0.2.0/24", "made-up-" + i + ".example", "example.com"), NOON);
        }

        assertThat(greylist.find(new GreylistKey("192.0.2.0/24", "made-up-99.example", "example.com")))
                .isPresent();
        assertThat(greylist.find(new GreylistKey("192.0.2.0/24", "made-up-100.example", "example.com")))
                .isEmpty();
        assertThat(greylist.forget(NOON.plus(Duration.ofDays(3)))).isEqualTo(100);
    }

    private void add(GreylistKey key, Instant at) {
        greylist.add(Map.of(key, new Greylisted(at, at, false)));
    }
}
