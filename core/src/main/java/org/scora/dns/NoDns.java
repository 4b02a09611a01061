package org.scora.dns;

import java.net.InetAddress;
import org.scora.dns.DnsAnswer.Status;

/** Every question fails at once, so that what depends on the DNS is unknown and nobody waits: for work off line. */
public final class NoDns implements Dns {

    @Override
    public DnsAnswer<String> txt(String name) {
        return DnsAnswer.none(Status.FAILED);
    }

    @Override
    public DnsAnswer<InetAddress> addresses(String name) {
        return DnsAnswer.none(Status.FAILED);
    }

    @Override
    public DnsAnswer<MailExchanger> mx(String name) {
        return DnsAnswer.none(Status.FAILED);
    }

    @Override
    public DnsAnswer<String> names(InetAddress address) {
        return DnsAnswer.none(Status.FAILED);
    }
}
