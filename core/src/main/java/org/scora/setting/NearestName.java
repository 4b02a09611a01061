package org.scora.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody who mistyped probably meant. */
public final class NearestName {
    private NearestName() {}

    /** The known name within a third of the written name's length in edits (Levenshtein 1966), the nearest first. */
    public static Optional<String> to(String written, Collection<String> known) {
        int bound = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(name -> distance(written, name) <= bound)
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(name -> name));
    }

    private static int distance(String left, String right) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
    }
}
