package org.scora.incident;

/**
 * What an incident is about.
 *
 * @param name of the finding or of the domain; empty for all mail
 */
public record Subject(Kind kind, String name) {

    /** Kinds of what can go wrong. */
    public enum Kind {
        /** A finding decided too much. */
        FINDING,
        /** The share of held mail. */
        SHARE
    }

    static Subject finding(String name) {
        return new Subject(Kind.FINDING, name);
    }

    static Subject share(String domain) {
        return new Subject(Kind.SHARE, domain);
    }

    /** Whether it is a finding. */
    public boolean isFinding() {
        return kind == Kind.FINDING;
    }

    /** For people. */
    public String words() {
        return isFinding() ? "the finding " + name : "the share of held mail" + (name.isEmpty() ? "" : " of " + name);
    }
}
