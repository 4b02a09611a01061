package org.scora.score;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weights that count now: those of the site, less the findings that are advisory. When it can not be asked which these
 * are, what was known last counts. Thread-safe.
 */
public final class WeightsInForce implements Supplier<Weights> {
    private static final Logger LOGGER = LoggerFactory.getLogger(WeightsInForce.class);

    private final Supplier<SiteFindings> site;
    private final Supplier<List<Advisory>> advisories;
    private volatile State state;

    /**
     * @param site those of the site
     * @param advisories what is advisory now; asked for each message
     */
    public WeightsInForce(Supplier<SiteFindings> site, Supplier<List<Advisory>> advisories) {
        this.site = site;
        this.advisories = advisories;
        SiteFindings now = site.get();
        this.state = new State(now, List.of(), now.weights());
    }

    /** What the weights were made of. */
    private record State(SiteFindings site, List<Advisory> advisories, Weights weights) {
        static State of(SiteFindings site, List<Advisory> advisories) {
            return new State(
                    site,
                    advisories,
                    advisories.isEmpty() ? site.weights() : site.weights().advising(advisories));
        }
    }

    @Override
    public Weights get() {
        State known = state;
        SiteFindings now = site.get();
        List<Advisory> advised = advisories(known);
        // The site's are the same object as long as their file does not change.
        if (now != known.site() || !advised.equals(known.advisories())) {
            known = State.of(now, advised);
            state = known;
        }
        return known.weights();
    }

    /** Those of the site, as if nothing were advisory. */
    public Weights ofSite() {
        return site.get().weights();
    }

    private List<Advisory> advisories(State known) {
        try {
            return advisories.get();
        } catch (UncheckedIOException e) {
            LOGGER.warn("What is advisory can not be asked; what was known last counts", e);
            return known.advisories();
        }
    }
}
