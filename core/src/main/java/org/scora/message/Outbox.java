package org.scora.message;

/** Takes mail that Scora itself sends. The server implements it with its queue. */
public interface Outbox {

    /** Returns once the mail is safe in the queue; throws UncheckedIOException when it could not be put there. */
    void send(OutgoingMail mail);
}
