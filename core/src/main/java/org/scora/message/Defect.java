package org.scora.message;

/**
 * Something about a message that breaks the standards or a reading limit. A message has at most one of each kind: the
 * first that was met.
 *
 * @param kind a constant name, such as NESTED_TOO_DEEP
 * @param sentence what exactly, for people
 */
public record Defect(Kind kind, String sentence) {

    /** What is wrong. */
    public enum Kind {
        /** There is no header field at all, as in an empty file. */
        NO_HEADERS,
        /** A line in the header that is no field: it has no colon, or an impossible name. */
        BAD_HEADER,
        /** A field, or the whole header, is longer than the reading limits. */
        HEADER_TOO_LONG,
        /** Parts within parts beyond the reading limits; the innermost were read as they stand. */
        NESTED_TOO_DEEP,
        /** More parts than the reading limits; the rest was not read. */
        TOO_MANY_PARTS,
        NUL_BYTES,
        /** A carriage return or a line feed alone where other lines end in both (RFC 5322 section 2.3). */
        BARE_LINE_ENDS,
        UNKNOWN_CHARSET,
        /** A mailbox in From or Reply-To without a local part or a domain. */
        BAD_ADDRESS,
        /** A transfer encoding that is not known, or content that does not keep to the one declared. */
        BAD_ENCODING,
        /** The message ends before its last boundary. */
        TRUNCATED,
        /** Text, HTML or links beyond the reading limits; nothing need be wrong with such a message. */
        NOT_READ_WHOLE,
        /** Some structure could not be taken apart at all. */
        UNREADABLE
    }
}
