package org.scora.outgoing;

import java.util.List;

/**
 * The queue to the domains' own servers. Mail that is being delivered at the moment is not in it. Throws
 * UncheckedIOException when the queue can not be read or written. Safe for use by several threads.
 */
public interface OutgoingQueue {

    /** The mail that waits, by domain; the domain with most first. */
    List<WaitingDomain> domains();

    /** The mail of one domain that waits, the first to be tried first. */
    List<WaitingMail> ofDomain(String domain, int limit);

    /** Those with this id or receipt: a message to several domains waits for each of them apart. */
    List<WaitingMail> find(String idOrReceipt);

    /** How many mails are due: they are not looked at yet, or are being delivered. */
    long due();

    /** Makes the mail of a domain due now; returns how many. */
    long retryDomain(String domain);

    /** Makes one mail due now; false when it does not wait any more. */
    boolean retry(String id);

    /**
     * Takes one mail out of the queue, with a note in the journal.
     *
     * @param tellSender whether the sender gets a DSN
     * @param reason for the journal and the DSN; may be empty
     * @return false when it does not wait any more
     */
    boolean drop(String id, boolean tellSender, String reason);
}
