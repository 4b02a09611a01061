package org.scora.mailets.relay;

/** How an attempt to deliver ended for one recipient. */
sealed interface DeliveryResult {

    /** What was answered. */
    Reply reply();

    /** Who answered, host and port; empty when nobody was asked. */
    String server();

    /** Who answered what, for the journal and for people. */
    default String detail() {
        return server().isEmpty() ? reply().toString() : server() + ": " + reply();
    }

    /**
     * The server took the responsibility.
     *
     * @param passesStatusOn whether it also took over telling the sender (RFC 3461)
     */
    record Delivered(String server, Reply reply, boolean passesStatusOn) implements DeliveryResult {}

    /** It may work later. */
    record Temporary(String server, Reply reply) implements DeliveryResult {}

    /** It will not work. */
    record Permanent(String server, Reply reply) implements DeliveryResult {}

    /** The result that an answer of a server means. */
    static DeliveryResult of(String server, Reply reply) {
        return of(server, reply, false);
    }

    /** @param offersDsn whether the server offers DSN */
    static DeliveryResult of(String server, Reply reply, boolean offersDsn) {
        if (reply.code() < 400) {
            return new Delivered(server, reply, offersDsn);
        }
        return reply.code() < 500 ? new Temporary(server, reply) : new Permanent(server, reply);
    }
}
