package org.scora.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.scora.dns.DnsAnswer.Status;

/** Looks names up. Implementations are thread-safe, answer within their own time limit, and never throw. */
public interface Dns {

    /** TXT records; the strings of one record are joined without a space (RFC 7208 section 3.3). */
    DnsAnswer<String> txt(String name);

    /** A and AAAA records. */
    DnsAnswer<InetAddress> addresses(String name);

    /** A records alone, for who has no use for the others. */
    default DnsAnswer<InetAddress> addresses4(String name) {
        DnsAnswer<InetAddress> all = addresses(name);
        List<InetAddress> four =
                all.records().stream().filter(Inet4Address.class::isInstance).toList();
        return all.status() == Status.FOUND ? DnsAnswer.found(four) : all;
    }

    /** MX records, the smallest preference first. */
    DnsAnswer<MailExchanger> mx(String name);

    /** TLSA records (RFC 6698 section 2.2); none where an implementation does not know of them. */
    default DnsAnswer<String> tlsa(String name) {
        return DnsAnswer.none(Status.NO_DATA);
    }

    /** PTR records of an address. */
    DnsAnswer<String> names(InetAddress address);
}
