package org.scora.people;

import java.time.Instant;
import java.util.Locale;

/**
 * What a link in a mail lets its holder do, once.
 *
 * @param owner the address of the mailbox to which it was sent
 * @param about the key of a held message, or the number of a request; empty for none
 */
public record Link(Kind kind, String owner, String about, Instant expires) {

    /** What a link of kind SHOW is about that no person sees: programs follow it. No message has this key. */
    public static final String DECOY = "decoy";

    /** What it is for. */
    public enum Kind {
        /** Release the message. */
        RELEASE,
        /** Release the message, and let its sender through from now on. */
        RELEASE_AND_ALLOW,
        /** Delete the message. */
        DELETE,
        /** See the message, and choose what to do with it. */
        SHOW,
        /** Enter the mailbox's own quarantine. */
        LOGIN,
        /** Get no more digests. */
        DIGEST_OFF,
        /** Release messages by answering a digest. */
        REPLY,
        /** Approve or decline the request whose number it is about. */
        DECIDE
    }

    public Link {
        owner = owner.toLowerCase(Locale.ROOT);
    }
}
