package org.scora.dns;

import java.util.List;

/**
 * What the DNS said.
 *
 * @param records never empty when found, empty otherwise
 */
public record DnsAnswer<T>(Status status, List<T> records) {

    /** The four ways in which a question ends (RFC 2308). */
    public enum Status {
        FOUND,
        /** The name exists, without records of this type. */
        NO_DATA,
        /** The name does not exist. */
        NO_SUCH_NAME,
        /** No answer in time, or a server's failure: says nothing about the name. */
        FAILED
    }

    public DnsAnswer {
        records = List.copyOf(records);
    }

    public static <T> DnsAnswer<T> found(List<T> records) {
        return new DnsAnswer<>(records.isEmpty() ? Status.NO_DATA : Status.FOUND, records);
    }

    public static <T> DnsAnswer<T> none(Status status) {
        return new DnsAnswer<>(status, List.of());
    }

    public boolean failed() {
        return status == Status.FAILED;
    }
}
