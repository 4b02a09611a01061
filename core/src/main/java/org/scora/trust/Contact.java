package org.scora.trust;

import java.time.Instant;

/**
 * Something that happened between a protected domain and somebody else.
 *
 * @param domain in lower case
 * @param peer an address, a domain, {@code via} and a domain that passed on what others wrote, or a network as
 *     {@link org.scora.policy.Network#around} gives it; lower case
 * @param writtenTo how often people of the domain wrote to the peer
 * @param wanted how often wanted mail of the peer was delivered
 */
public record Contact(String domain, String peer, Instant at, long writtenTo, long wanted) {

    /** Both together; of the same domain and peer. */
    Contact and(Contact other) {
        return new Contact(
                domain, peer, at.isAfter(other.at) ? at : other.at, writtenTo + other.writtenTo, wanted + other.wanted);
    }
}
