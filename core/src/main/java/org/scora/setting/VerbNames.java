package org.scora.setting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The names of one kind that may stand in mailetcontainer.xml, and what may be written under ours. */
final class VerbNames {
    static final String CONDITION = "condition";
    private static final String OUR_PACKAGES = "org.scora.";
    private static final List<String> OF_THE_SERVER = List.of("onMailetException", "onMatchException");

    private final Map<String, Verb> verbs;
    private final Predicate<String> stock;
    private final String word;

    private VerbNames(Map<String, Verb> verbs, Predicate<String> stock, String word) {
        this.verbs = verbs;
        this.stock = stock;
        this.word = word;
    }

    static VerbNames of(Collection<Verb> verbs, Verb.Kind kind, Predicate<String> stock) {
        Map<String, Verb> byName = new TreeMap<>();
        verbs.stream().filter(verb -> verb.kind() == kind).forEach(verb -> byName.put(verb.name(), verb));
        return new VerbNames(byName, stock, kind == Verb.Kind.MAILET ? "mailet" : "matcher");
    }

    List<SettingException> problems(String place, String name, Map<String, String> written) {
        Verb verb = verbs.get(name.startsWith(OUR_PACKAGES) ? name.substring(name.lastIndexOf('.') + 1) : name);
        if (verb != null) {
            String within = verb.kind() == Verb.Kind.MATCHER ? place + ": match " + name : place;
            return Settings.problems(within, withoutServersOwn(written), verb.settings());
        }
        return stock.test(name)
                ? List.of()
                : List.of(SettingException.of(
                        place,
                        word.equals("mailet") ? "class" : "match",
                        "there is no " + word + " '" + name + "'",
                        SettingException.remedyForName(name, verbs.keySet())));
    }

    /** What the server itself reads under every mailet is no parameter of the mailet. */
    static Map<String, String> withoutServersOwn(Map<String, String> written) {
        Map<String, String> own = new HashMap<>(written);
        OF_THE_SERVER.forEach(own::remove);
        return own;
    }
}
