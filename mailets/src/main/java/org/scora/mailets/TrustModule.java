package org.scora.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.scora.check.Check;
import org.scora.check.Scorer;
import org.scora.check.dnslist.DnsLists;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.Recipients;
import org.scora.domain.ServiceAddresses;
import org.scora.policy.ChainProfile;
import org.scora.policy.DoorDecider;
import org.scora.policy.Profiles;
import org.scora.policy.SenderLists;
import org.scora.storage.Database;
import org.scora.trust.Correspondents;
import org.scora.trust.Greylist;
import org.scora.trust.Greylisting;
import org.scora.trust.KnownCorrespondents;
import org.scora.trust.RememberedGreylist;
import org.scora.trust.Upkeep;
import org.scora.trust.Visitors;

/** Who is trusted, who has to come again, and what is refused before it is taken. A part of {@link ScoraModule}. */
final class TrustModule extends AbstractModule {
    private final Database database;
    private final String hostname;

    TrustModule(Database database, String hostname) {
        this.database = database;
        this.hostname = hostname;
    }

    @Override
    protected void configure() {
        bind(Correspondents.class).toInstance(database.correspondents());
        bind(Greylist.class).toInstance(database.greylist());
    }

    @Provides
    @Singleton
    KnownCorrespondents knownCorrespondents(
            Correspondents stored, RememberedGreylist comers, Greylist greylist, Clock clock) {
        KnownCorrespondents known = new KnownCorrespondents(stored);
        new Upkeep(known, stored, comers, greylist, clock).start();
        return known;
    }

    @Provides
    @Singleton
    RememberedGreylist rememberedGreylist(Greylist greylist) {
        return new RememberedGreylist(greylist);
    }

    @Provides
    @Singleton
    Visitors visitors(Dns dns, Scorer scorer) {
        List<Check> lists =
                scorer.checks().stream().filter(DnsLists.class::isInstance).toList();
        return new Visitors(dns, PublicSuffixes.bundled(), lists, hostname);
    }

    @Provides
    @Singleton
    Greylisting greylisting(
            EffectiveSettings effective,
            Recipients recipients,
            SenderLists lists,
            KnownCorrespondents known,
            RememberedGreylist greylist,
            Clock clock) {
        return new Greylisting(effective, recipients, lists, known, greylist, clock);
    }

    @Provides
    @Singleton
    DoorDecider doorDecider(
            Recipients recipients, EffectiveSettings effective, ChainProfile chain, SenderLists lists, Clock clock) {
        return new DoorDecider(
                recipients,
                lists,
                recipient -> new Profiles(effective, recipients, chain.written()).of(recipient),
                new ServiceAddresses(hostname),
                clock);
    }
}
