package org.scora.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.scora.domain.CallForward.Answer;

class RememberedCallForwardTest {
    private static final ProtectedDomain DOMAIN = new ProtectedDomain(
            "example.com",
            DomainState.ACTIVE,
            List.of(RouteHost.parse("mx.example.com", 0)),
            RecipientPolicy.ASK_SERVER,
            List.of());

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> asked = new ArrayList<>();
    private Answer says = Answer.TAKES;

    private final CallForward remembered = new RememberedCallForward(
            (domain, localPart) -> {
                asked.add(localPart);
                return says;
            },
            new com.google.common.base.Ticker() {
                @Override
                public long read() {
                    return nanos.get();
                }
            });

    private Answer ask(String localPart) {
        return remembered.ask(DOMAIN, localPart);
    }

    private void later(Duration period) {
        nanos.addAndGet(period.toNanos());
    }

    @Test
    void aServerIsAskedOnceForAWhile() {
        assertThat(ask("ann")).isEqualTo(Answer.TAKES);
        assertThat(ask("Ann")).isEqualTo(Answer.TAKES);
        says = Answer.REFUSES;
        assertThat(ask("bob")).isEqualTo(Answer.REFUSES);
        assertThat(ask("bob")).isEqualTo(Answer.REFUSES);

        assertThat(asked).containsExactly("ann", "bob");
    }

    @Test
    void aRefusalIsForgottenSoonerThanAYes() {
        says = Answer.REFUSES;
        ask("bob");
        says = Answer.TAKES;
        ask("ann");
        later(Duration.ofMinutes(10));

        assertThat(ask("bob")).isEqualTo(Answer.TAKES);
        assertThat(ask("ann")).isEqualTo(Answer.TAKES);
        assertThat(asked).containsExactly("bob", "ann", "bob");
    }

    @Test
    void theYesOfAServerThatIsDownStillHoldsForDays() {
        ask("ann");
        says = Answer.UNREACHABLE;
        later(Duration.ofDays(6));
        assertThat(ask("ann")).isEqualTo(Answer.TAKES);
        assertThat(ask("bob")).isEqualTo(Answer.UNREACHABLE);

        later(Duration.ofDays(2));
        assertThat(ask("ann")).isEqualTo(Answer.UNREACHABLE);
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftAloneForAWhile() {
        says = Answer.UNREACHABLE;
        ask("ann");
        ask("bob");
        later(Duration.ofSeconds(30));
        ask("cid");

        assertThat(asked).containsExactly("ann", "cid");
    }

    @Test
    void aServerThatPutsOffOneMailboxIsStillAskedAboutOthers() {
        says = Answer.UNKNOWN;
        assertThat(ask("ann")).isEqualTo(Answer.UNKNOWN);
        says = Answer.TAKES;
        assertThat(ask("bob")).isEqualTo(Answer.TAKES);
    }

    @Test
    void aMailboxThatTheServerDoesNotTakeAnyMoreIsRefused() {
        ask("ann");
        says = Answer.REFUSES;
        later(Duration.ofHours(6));

        assertThat(ask("ann")).isEqualTo(Answer.REFUSES);
        says = Answer.UNREACHABLE;
        later(Duration.ofMinutes(10));
        assertThat(ask("ann")).isEqualTo(Answer.UNREACHABLE);
    }
}
