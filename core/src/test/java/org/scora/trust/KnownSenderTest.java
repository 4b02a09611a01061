package org.scora.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.Scorer;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;
import org.scora.score.UnknownCheck;
import org.scora.score.Weights;

class KnownSenderTest extends TrustTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Authentication ALIGNED = new Authentication(
            Result.PASS, Optional.of("partner.example"), List.of(), Result.NONE, Optional.of("partner.example"), true);
    private static final Authentication BY_A_LIST = new Authentication(
            Result.PASS, Optional.of("lists.example"), List.of(), Result.FAIL, Optional.of("partner.example"), false);

    @Test
    void whomPeopleHereHaveWrittenToIsKnownWhenItIsProvenToBeThem() {
        writtenTo("joe@partner.example");

        assertThat(examine(ALIGNED))
                .containsExactly(new Finding(
                        "KNOWN_CORRESPONDENT", "people at example.com have written to joe@partner.example"));
        assertThat(examine(Authentication.none())).isEmpty();
        assertThat(examine(BY_A_LIST)).isEmpty();
    }

    @Test
    void oneWantedMessageBuysNoTrustButSeveralOnMoreThanOneDayDo() {
        wanted("joe@partner.example");
        wanted("joe@partner.example");
        wanted("joe@partner.example");
        assertThat(examine(ALIGNED)).isEmpty();

        clock.forward(Duration.ofDays(1));
        wanted("joe@partner.example");

        assertThat(examine(ALIGNED))
                .containsExactly(new Finding(
                        "KNOWN_CORRESPONDENT", "example.com got 4 wanted messages of joe@partner.example", 0.5));
    }

    @Test
    void aMailingListThatBroughtWantedMailIsKnownWhenItNamesItselfAndIsProven() {
        assertThat(examine(BY_A_LIST, "List-Id: Talk <talk.lists.example>\r\n")).isEmpty();
        for (int i = 0; i < 3; i++) {
            wanted("via lists.example");
            wanted("lists.example");
            clock.forward(Duration.ofDays(1));
        }

        assertThat(examine(BY_A_LIST)).as("it does not name itself").isEmpty();
        assertThat(examine(BY_A_LIST, "List-Id: <talk.other.example>\r\n"))
                .as("it names another")
                .isEmpty();
        assertThat(examine(BY_A_LIST, "List-Id: Talk <talk.lists.example>\r\n"))
                .containsExactly(
                        new Finding("KNOWN_FORWARDER", "example.com got 3 wanted messages by way of lists.example"));
        assertThat(examine(ALIGNED, "List-Id: Talk <talk.lists.example>\r\n")).isEmpty();
    }

    @Test
    void whatIsKnownLowersTheScoreALittleAndNotMoreThanItsGroupMay() {
        writtenTo("joe@partner.example");
        double unknown = Weights.shipped().prior().points();

        assertThat(new Scorer(List.of(new Proven()), Weights.shipped(), PLENTY)
                        .score(message())
                        .score())
                .isEqualTo(unknown);
        assertThat(scorer().score(message()).score()).isEqualTo(unknown - 1);
        assertThat(Weights.shipped()
                        .verdict(
                                List.of(new Finding("KNOWN_CORRESPONDENT", ""), new Finding("KNOWN_FORWARDER", "")),
                                List.of(),
                                ALIGNED)
                        .score())
                .isEqualTo(unknown - 1);
    }

    @Test
    void aStoreThatCanNotBeReachedIsUnknownAndTheOthersCount() {
        database.close();

        assertThat(scorer().score(message()).unknown())
                .extracting(UnknownCheck::check)
                .containsExactly("known-sender");
    }

    private Scorer scorer() {
        return new Scorer(
                List.of(new Proven()),
                List.of(new KnownSender(known, PublicSuffixes.bundled())),
                Weights::shipped,
                PLENTY);
    }

    /** Stands where the DNS would be asked who the sender is. */
    private static final class Proven implements Check {
        @Override
        public String name() {
            return "proven";
        }

        @Override
        public List<String> findings() {
            return List.of();
        }

        @Override
        public CheckResult examine(IncomingMessage message) {
            return new CheckResult.Authenticated(ALIGNED, List.of(), Optional.empty());
        }
    }

    private List<Finding> examine(Authentication authentication) {
        return examine(authentication, "");
    }

    private List<Finding> examine(Authentication authentication, String header) {
        return new KnownSender(known, PublicSuffixes.bundled()).examine(message(header), authentication);
    }

    private static IncomingMessage message() {
        return message("");
    }

    private static IncomingMessage message(String header) {
        Envelope envelope = new Envelope(
                Optional.empty(),
                Optional.empty(),
                Optional.of("joe@partner.example"),
                List.of("ann@example.org", "ann@example.com"));
        String text = header + "From: Joe <Joe@Partner.example>\r\nSubject: Hello\r\n\r\nHello\r\n";
        return IncomingMessage.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), envelope);
    }
}
