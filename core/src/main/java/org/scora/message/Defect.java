package org.scora.message;

/**
 * Something about a message that breaks the standards or a reading limit.
 *
 * @param kind a constant name, such as NESTED_TOO_DEEP
 * @param sentence what exactly, for people
 */
public record Defect(Kind kind, String sentence) {

    /** What is wrong. */
    public enum Kind {
        NO_HEADERS,
        HEADER_TOO_LONG,
        NESTED_TOO_DEEP,
        TOO_MANY_PARTS,
        NUL_BYTES,
        BARE_LINE_ENDS,
        UNKNOWN_CHARSET,
        BAD_ADDRESS,
        BAD_ENCODING,
        TRUNCATED,
        UNREADABLE
    }
}
