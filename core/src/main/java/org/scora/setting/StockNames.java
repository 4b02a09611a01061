package org.scora.setting;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The verbs that the server brings besides ours.
 *
 * @param mailets whether a name is such a mailet
 * @param matchers whether a name is such a matcher
 */
public record StockNames(Predicate<String> mailets, Predicate<String> matchers) {
    private static final String MAILETS = "org.apache.james.transport.mailets.";
    private static final String MATCHERS = "org.apache.james.transport.matchers.";
    private static final String COMPOSITES = "org.apache.james.mailetcontainer.impl.matchers.";
    private static final Set<String> COMPOSITE_NAMES =
            Set.of(COMPOSITES + "And", COMPOSITES + "Or", COMPOSITES + "Not", COMPOSITES + "Xor");

    /** Takes a name for a stock verb if a class of it can be loaded, from James' packages or by its full name. */
    public static StockNames onClassPath(ClassLoader classes) {
        return new StockNames(
                name -> isClass(classes, MAILETS + name) || isClass(classes, name),
                name -> isClass(classes, MATCHERS + name) || isClass(classes, name) || COMPOSITE_NAMES.contains(name));
    }

    private static boolean isClass(ClassLoader classes, String name) {
        return classes.getResource(name.replace('.', '/') + ".class") != null;
    }
}
