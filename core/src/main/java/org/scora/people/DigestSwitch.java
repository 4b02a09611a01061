package org.scora.people;

/** Turns the digests of a mailbox off. */
public interface DigestSwitch {
    /**
     * No digests from now on. Throws UncheckedIOException when the store can not be reached.
     *
     * @param owner the address of the mailbox
     */
    void off(String owner, Actor by);
}
