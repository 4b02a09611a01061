package org.scora.dns;

import java.net.InetAddress;
import java.util.List;

/** A zone that somebody edits while it is asked. */
public final class ChangingZone implements Dns, NameServers {
    private volatile ZoneFileDns zone;

    public ChangingZone(String text) {
        this.zone = ZoneFileDns.parse("zone", text);
    }

    public void become(String text) {
        zone = ZoneFileDns.parse("zone", text);
    }

    @Override
    public DnsAnswer<String> txt(String name) {
        return zone.txt(name);
    }

    @Override
    public DnsAnswer<InetAddress> addresses(String name) {
        return zone.addresses(name);
    }

    @Override
    public DnsAnswer<MailExchanger> mx(String name) {
        return zone.mx(name);
    }

    @Override
    public DnsAnswer<String> tlsa(String name) {
        return zone.tlsa(name);
    }

    @Override
    public DnsAnswer<String> names(InetAddress address) {
        return zone.names(address);
    }

    @Override
    public List<PublishedMx> publishedMx(String domain) {
        return zone.publishedMx(domain);
    }
}
