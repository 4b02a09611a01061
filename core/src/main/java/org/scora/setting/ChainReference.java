package org.scora.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Prints the handbook's reference of what may stand in mailetcontainer.xml, from the definitions that validate it. */
public final class ChainReference {
    private ChainReference() {}

    /** Markdown, always the same for the same verbs. */
    public static String markdown(Collection<Verb> verbs) {
        return "# What may stand in mailetcontainer.xml\n\n"
                + "Questions go into `match`, actions into `class`. James' own matchers and mailets may be used beside these.\n"
                + chapter("Questions (matchers)", verbs, Verb.Kind.MATCHER)
                + chapter("Actions (mailets)", verbs, Verb.Kind.MAILET);
    }

    private static String chapter(String title, Collection<Verb> verbs, Verb.Kind kind) {
        return verbs.stream()
                .filter(verb -> verb.kind() == kind)
                .sorted(Comparator.comparing(Verb::name))
                .map(ChainReference::section)
                .collect(Collectors.joining("", "\n## " + title + "\n", ""));
    }

    private static String section(Verb verb) {
        String table = SettingTable.of(verb.settings());
        return "\n### " + verb.name() + "\n\n" + verb.sentence() + "\n\n```xml\n" + example(verb) + "\n```\n"
                + (table.isEmpty() ? "" : "\n" + table);
    }

    private static String example(Verb verb) {
        if (verb.kind() == Verb.Kind.MATCHER) {
            String condition = verb.settings().stream()
                    .map(Setting::example)
                    .filter(example -> !example.isEmpty())
                    .map(example -> "=" + example)
                    .collect(Collectors.joining());
            return "<mailet match=\"" + verb.name() + condition + "\" class=\"…\"/>";
        }
        String parameters = verb.settings().stream()
                .filter(setting -> setting.defaultText().isEmpty())
                .map(setting -> "  <" + setting.name() + ">" + setting.example() + "</" + setting.name() + ">\n")
                .collect(Collectors.joining());
        String open = "<mailet match=\"All\" class=\"" + verb.name() + "\"";
        return parameters.isEmpty() ? open + "/>" : open + ">\n" + parameters + "</mailet>";
    }
}
