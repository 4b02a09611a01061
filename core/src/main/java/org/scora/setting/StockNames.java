package org.scora.setting;

import java.util.List;
import java.util.function.Predicate;

/**
 * The verbs that the server brings besides ours.
 *
 * @param mailets whether a name is such a mailet
 * @param matchers whether a name is such a matcher
 */
public record StockNames(Predicate<String> mailets, Predicate<String> matchers) {

    /** Takes a name for a stock verb if a class of it can be loaded, from James' packages or by its full name. */
    public static StockNames onClassPath(ClassLoader classes) {
        return new StockNames(
                name -> exists(
                        classes,
                        List.of("org.apache.james.transport.mailets.", "org.apache.james.mailetcontainer.impl."),
                        name),
                name -> exists(
                        classes,
                        List.of(
                                "org.apache.james.transport.matchers.",
                                "org.apache.james.mailetcontainer.impl.matchers."),
                        name));
    }

    private static boolean exists(ClassLoader classes, List<String> packages, String name) {
        return isClass(classes, name) || packages.stream().anyMatch(prefix -> isClass(classes, prefix + name));
    }

    private static boolean isClass(ClassLoader classes, String name) {
        return classes.getResource(name.replace('.', '/') + ".class") != null;
    }
}
