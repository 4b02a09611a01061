package org.scora.setting;

import java.util.List;

/**
 * A mailet or matcher as one may write it in mailetcontainer.xml: what it is called, what it does, what it takes. The
 * list of these is what validates the file and what the handbook's reference is printed from.
 *
 * @param name the value of {@code class} or the part of {@code match} before the equals sign
 * @param kind whether it asks or acts
 * @param settings a mailet's parameters; for a matcher that takes a condition, one setting named {@code condition}
 * @param sentence what it does, for an administrator
 */
public record Verb(String name, Kind kind, List<Setting<?>> settings, String sentence) {

    /** Whether the verb asks a question or takes an action. */
    public enum Kind {
        MATCHER,
        MAILET
    }

    public Verb {
        settings = List.copyOf(settings);
    }

    public static Verb mailet(String name, String sentence, Setting<?>... settings) {
        return new Verb(name, Kind.MAILET, List.of(settings), sentence);
    }

    public static Verb matcher(String name, String sentence, Setting<?>... settings) {
        return new Verb(name, Kind.MATCHER, List.of(settings), sentence);
    }
}
