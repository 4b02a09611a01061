package org.scora.people;

import java.time.Instant;
import java.util.List;

/**
 * The links that were sent, as far as the gateway has to know them: of their tokens it keeps only hashes, so that whoever
 * reads the database can follow none. What was changed is durable on return. Throws UncheckedIOException when the store
 * can not be reached.
 */
public interface Links {
    /** Makes a link; returns the token that stands in it: 40 of the characters a-z and 2-7, in any case. */
    String issue(Link link);

    /** Makes many at once; the tokens in the order of the links. */
    List<String> issueAll(List<Link> links);

    /** What a token is good for now. */
    Found find(String token);

    /** Uses a link up; true for one caller only, and only while the link is valid. */
    boolean use(String token);

    /** Makes void all links of a mailbox that were not used; returns how many. */
    int revokeOf(String owner);

    /** Forgets links that expired before this time; returns how many. */
    int forget(Instant expiredBefore);

    /** What became of a link. */
    sealed interface Found {
        /** It can be used. */
        record Valid(Link link) implements Found {}

        /** Somebody used it. */
        record Used(Link link) implements Found {}

        /** Its time is over. */
        record Expired(Link link) implements Found {}

        /** Its owner made it void, or its message is gone. */
        record Revoked(Link link) implements Found {}

        /** There is no such link, or it was tampered with. */
        record Unknown() implements Found {}
    }
}
