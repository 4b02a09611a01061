package org.scora.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.journal.Opinion;
import org.scora.people.Actor;
import org.scora.score.Category;

/**
 * Held messages as they stand for each recipient. What was changed is durable on return and stands in the audit log.
 * Throws UncheckedIOException when the store can not be reached.
 */
public interface HeldCopies {
    /** A page of messages, the newest first; with all their copies, also those that were not asked for. */
    List<HeldMessage> search(HeldQuery query);

    /**
     * Changes where a message stands. Of two who ask for the same change at once, one gets the recipients. A message under
     * legal hold is neither deleted nor does it expire.
     *
     * @return the recipients for whom it was changed; empty when the message is not known
     */
    List<String> change(CopyChange change);

    /** Puts a message under legal hold, or ends that; false when it is not known or its content is gone. */
    boolean setLegalHold(String key, boolean on, Actor by, Instant at, String reason);

    /** Takes a message for something else than before, since something new was found out about it. */
    void recategorize(String key, Category category, String reason);

    /** Notes in the audit log something that was tried with a message and came to nothing. */
    void note(HeldMessage message, List<String> recipients, Actor by, String what, String result);

    /** Notes what somebody made of copies of a message; a release notes itself. A store that keeps it overrides this. */
    default void opinion(HeldMessage message, List<String> recipients, Actor by, Opinion.Kind kind, Instant at) {}

    /** Messages of which a release was begun before this time, and not ended. */
    List<HeldMessage> beingReleased(Instant before, int limit);

    /** The domains for which something is in quarantine. */
    List<String> domains();

    /**
     * Keys of messages that are held for, or were released to, recipients of a domain, the oldest first.
     *
     * @param heldBefore held before this time
     */
    List<String> due(String domain, Category category, Instant heldBefore, int limit);

    /** The bytes of all that is kept for a domain. */
    long bytesOf(String domain);

    /**
     * Keys of messages that go first when a domain keeps too much: what was released; then what is unwanted with a score
     * of {@link #CERTAIN} or more; then the rest; each the oldest first.
     */
    List<Evictable> firstToGo(String domain, int limit);

    /** From this score on nobody will miss a message. */
    double CERTAIN = 6;

    /** A message that may go. */
    record Evictable(String key, long size) {}

    /** Lets messages expire for the recipients of a domain, except those under legal hold; returns for how many copies. */
    int expire(String domain, List<String> keys, Instant at, String reason);

    /** Keys of messages that nobody has any more and whose content may still be there. */
    List<String> contentsToRemove(int limit);

    /** Notes that their content is gone. */
    void contentsRemoved(List<String> keys);

    /** Forgets messages that ended before this time; returns how many. */
    int forget(Instant endedBefore, int limit);

    /** The key of a message whose content should be there, if it is; for finding orphans. */
    Optional<HeldMessage> withContent(String key);
}
