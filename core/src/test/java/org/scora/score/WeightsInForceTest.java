package org.scora.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.scora.message.Authentication;

class WeightsInForceTest {
    private static final Advisory ADVISORY =
            new Advisory("LINK_BRAND_LOOKALIKE", Instant.parse("2026-03-01T12:00:30Z"), 7);
    private static final SiteFindings SITE = SiteFindings.shipped();
    private static final List<Finding> FOUND = List.of(new Finding("LINK_BRAND_LOOKALIKE", "exarnple.com"));

    private final AtomicReference<Supplier<List<Advisory>>> advisories = new AtomicReference<>(List::of);
    private final WeightsInForce weights =
            new WeightsInForce(() -> SITE, () -> advisories.get().get());

    private Verdict verdict() {
        return weights.get().verdict(FOUND, List.of(), Authentication.none());
    }

    @Test
    void whatIsAdvisoryIsShownAndWeighsNothing() {
        double before = verdict().score();
        advisories.set(() -> List.of(ADVISORY));

        Verdict verdict = verdict();

        assertThat(verdict.score())
                .isLessThan(before)
                .isEqualTo(SITE.weights().prior().points());
        assertThat(verdict.has("LINK_BRAND_LOOKALIKE")).isTrue();
        assertThat(verdict.counts("LINK_BRAND_LOOKALIKE")).isFalse();
        assertThat(new Explanation(weights.get()).of(verdict))
                .anyMatch(line -> line.contains("(advisory since 2026-03-01T12:00:00Z, incident 7: it weighs nothing)"))
                .anyMatch(line -> line.contains("Findings that are advisory for now"));
        assertThat(weights.ofSite().of("LINK_BRAND_LOOKALIKE").orElseThrow().points())
                .isPositive();
    }

    @Test
    void whatIsMadeOfItWeighsNothingEither() {
        Composite made = SITE.weights().composites().iterator().next();
        Weights advised =
                SITE.weights().advising(List.of(new Advisory(made.made().get(0), Instant.EPOCH, 1)));

        assertThat(advised.of(made.name()).orElseThrow().points()).isZero();
        assertThat(advised.of(made.made().get(0)).orElseThrow().points()).isZero();
    }

    @Test
    void onceTheIncidentIsClosedItCountsAgain() {
        double before = verdict().score();
        advisories.set(() -> List.of(ADVISORY));
        verdict();
        advisories.set(List::of);

        assertThat(verdict().score()).isEqualTo(before);
    }

    @Test
    void withoutADatabaseWhatWasKnownLastCounts() {
        advisories.set(() -> List.of(ADVISORY));
        verdict();
        advisories.set(() -> {
            throw new UncheckedIOException(new IOException("the database is away"));
        });

        assertThat(verdict().counts("LINK_BRAND_LOOKALIKE")).isFalse();
    }

    @Test
    void aFindingCanBeSwitchedOffForATrial() {
        Weights off = SITE.weights().switchingOff(Set.of("LINK_BRAND_LOOKALIKE"));

        assertThat(off.verdict(FOUND, List.of(), Authentication.none()).findings())
                .isEmpty();
        assertThat(off.again(FOUND, Authentication.none()).findings()).isEmpty();
    }
}
