package org.scora.dns;

import java.net.InetAddress;

/** Looks names up. Implementations are thread-safe, answer within their own time limit, and never throw. */
public interface Dns {

    /** TXT records; the strings of one record are joined without a space (RFC 7208 section 3.3). */
    DnsAnswer<String> txt(String name);

    /** A and AAAA records. */
    DnsAnswer<InetAddress> addresses(String name);

    /** MX records, the smallest preference first. */
    DnsAnswer<MailExchanger> mx(String name);

    /** PTR records of an address. */
    DnsAnswer<String> names(InetAddress address);
}
