package org.scora.quarantine;

import java.util.List;
import java.util.Optional;

/**
 * The index of the quarantine. What was changed is durable on return. Throws UncheckedIOException when the store can
 * not be reached.
 */
public interface HeldMessages {

    /**
     * Adds a message, or replaces the one with its key. Where it stands for its recipients stays known: a message that is
     * worked on again after a crash is not up for release a second time.
     */
    void put(HeldMessage message);

    Optional<HeldMessage> find(String key);

    /** Messages with this receipt: one, or several when it was split by recipient. */
    List<HeldMessage> byReceipt(String receipt);

    /**
     * The newest first.
     *
     * @param recipientDomain only those for recipients of this domain; empty for all
     */
    List<HeldMessage> list(Optional<String> recipientDomain, int limit);

    /** Of all messages whose content is kept. */
    List<String> keys();

    /** How many these are. */
    long count();

    /**
     * Forgets a message; false when there was no such message.
     *
     * @throws LegalHoldException when it is under legal hold
     */
    boolean remove(String key);
}
