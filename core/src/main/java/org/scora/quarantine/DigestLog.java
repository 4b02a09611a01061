package org.scora.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.scora.score.Category;

/**
 * What the owners of mailboxes were told of in digests. A digest is begun first, which takes all that is new into it; then
 * its mail is queued; then it is noted as sent. After a crash in between, the same digest is sent again. What was changed
 * is durable on return. Throws UncheckedIOException when the store can not be reached.
 */
public interface DigestLog {

    /**
     * A digest of a mailbox.
     *
     * @param owner the address of the mailbox
     * @param number of the mailbox's digests; 0 for what is in none yet
     * @param at when it was begun
     */
    record Digest(String owner, long number, Instant at) {}

    /**
     * What is held of a digest's messages still.
     *
     * @param messages the most doubtful first; a bounded number
     * @param counts of all of them, by category
     */
    record Contents(List<HeldMessage> messages, Map<Category, Integer> counts) {
        public Contents {
            messages = List.copyOf(messages);
            counts = Map.copyOf(counts);
        }

        /** How many messages there are. */
        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** A page of mailboxes of a domain for which something is held that they were not told of, sorted. */
    List<String> ownersWithNews(String domain, String after, int limit);

    /** Takes what is new into a digest that has to be sent. One that was begun before and not sent is returned as it is. */
    Digest begin(String owner, Instant at);

    /** What is held of a digest's messages; of what is in none yet for the number 0. */
    Contents contents(Digest digest, int limit);

    /** Notes that the mail is in the queue, or that there was nothing to be sent. */
    void sent(Digest digest);

    /** A page of the digests that were begun before this time and not sent, sorted by owner. */
    List<Digest> unsent(Instant before, String after, int limit);

    /** When the digests of each domain, or of a mailbox with a plan of its own, were last seen to. */
    Map<String, Instant> seenTo();

    /** Notes that they were seen to. */
    void seeTo(String scope, Instant at);
}
