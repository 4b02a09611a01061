package org.scora.score;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A finding that is made of others: some were made, and some were not. It is made of checks' findings only, never of other
 * composites, so that no order matters.
 *
 * @param weight its name, points, group, category and sentence
 * @param made findings that all have to be there; at least one
 * @param missing findings of which none may be there
 */
public record Composite(Weight weight, List<String> made, List<String> missing) {

    public Composite {
        made = List.copyOf(made);
        missing = List.copyOf(missing);
    }

    public String name() {
        return weight.name();
    }

    /** As it is written: {@code A & B & -C}. */
    public String expression() {
        String absent = missing.isEmpty() ? "" : " & -" + String.join(" & -", missing);
        return String.join(" & ", made) + absent;
    }

    /** @param found the names of what the checks found */
    Optional<Finding> in(Set<String> found) {
        return found.containsAll(made) && disjoint(found, missing)
                ? Optional.of(new Finding(name(), expression()))
                : Optional.empty();
    }

    private static boolean disjoint(Set<String> found, Collection<String> others) {
        return others.stream().noneMatch(found::contains);
    }
}
