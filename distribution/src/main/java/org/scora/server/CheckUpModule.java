package org.scora.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.scora.checkup.CheckUp;
import org.scora.checkup.GatewayIdentity;
import org.scora.checkup.SocketSmtpProbe;
import org.scora.console.HttpsStsPolicies;
import org.scora.dns.AskedNameServers;
import org.scora.dns.Dns;
import org.scora.dns.DnsjavaDns;
import org.scora.dns.NameServers;
import org.scora.dns.ZoneFileDns;
import org.scora.domain.Authorities;
import org.scora.domain.MailboxLists;
import org.scora.domain.OwnListener;
import org.scora.domain.ProtectedDomains;
import org.scora.journal.Journal;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;

/** The check-up of domains, with the DNS asked anew each time: what was just corrected has to be seen. */
final class CheckUpModule extends AbstractModule {
    private static final Duration VISIT = Duration.ofSeconds(10);
    private static final Duration NAME_SERVERS = Duration.ofSeconds(5);
    private static final int DNS_PORT = 53;

    private final GatewaySettings settings;

    CheckUpModule(GatewaySettings settings) {
        this.settings = settings;
    }

    @Provides
    @Singleton
    CheckUp checkUp(
            ProtectedDomains domains,
            MailboxLists mailboxes,
            Journal journal,
            Database database,
            Dns dns,
            Authorities authorities,
            OwnListener listener,
            Clock clock) {
        String hostname = settings.get(GatewaySettings.HOSTNAME);
        return new CheckUp(
                new CheckUp.Memory(domains, mailboxes, journal, database.mxHistory()),
                new CheckUp.World(
                        anew(dns),
                        nameServers(anew(dns)),
                        new SocketSmtpProbe(hostname, authorities, VISIT),
                        HttpsStsPolicies.ofTheInternet(),
                        GatewayIdentity.of(hostname, settings.get(GatewaySettings.NETWORKS), listener)),
                new SecureRandom(),
                clock.withZone(ZoneId.systemDefault()));
    }

    private static Dns anew(Dns dns) {
        return dns instanceof DnsjavaDns asked ? asked.withoutMemory() : dns;
    }

    private static NameServers nameServers(Dns dns) {
        return dns instanceof DnsjavaDns asked
                ? new AskedNameServers(asked, DNS_PORT, NAME_SERVERS)
                : (ZoneFileDns) dns;
    }
}
