package org.scora.trust;

/**
 * Who is asked to come again: all three in lower case and bounded.
 *
 * @param pool the network, or what several networks of one sender have in common
 * @param senderDomain of the reverse-path
 * @param domain the recipients' domain
 */
public record GreylistKey(String pool, String senderDomain, String domain) {}
