package org.scora.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.domain.StoredSettings;
import org.scora.incident.Breaker;
import org.scora.incident.BreakerMode;
import org.scora.incident.Incidents;
import org.scora.incident.Judging;
import org.scora.incident.Telling;
import org.scora.incident.Undoing;
import org.scora.journal.Journal;
import org.scora.journal.Opinions;
import org.scora.message.Outbox;
import org.scora.policy.ChainProfile;
import org.scora.policy.SenderLists;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.Releases;
import org.scora.replay.Deciding;
import org.scora.replay.Trials;
import org.scora.report.IncidentMails;
import org.scora.score.LiveSiteFindings;
import org.scora.score.WeightsInForce;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;

/** What guards against filters that go wrong: trials before a change, and the breaker after one. */
final class IncidentModule extends AbstractModule {
    private final GatewaySettings settings;
    private final Database database;

    IncidentModule(GatewaySettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    protected void configure() {
        bind(Incidents.class).toInstance(database.incidents());
        bind(Opinions.class).toInstance(database.opinions());
    }

    @Provides
    @Singleton
    WeightsInForce weightsInForce(LiveSiteFindings findings, Incidents incidents) {
        return new WeightsInForce(findings, incidents::advisories);
    }

    @Provides
    @Singleton
    Deciding.Sources decidingSources(
            ProtectedDomains domains,
            StoredSettings stored,
            Recipients recipients,
            SenderLists lists,
            ChainProfile chain,
            Clock clock) {
        return new Deciding.Sources(domains, stored, recipients, lists, chain, clock);
    }

    @Provides
    @Singleton
    Trials trials(Journal journal, Opinions opinions, Deciding.Sources sources, WeightsInForce weights, Clock clock) {
        return new Trials(journal, opinions, sources, weights, clock);
    }

    @Provides
    @Singleton
    Breaker breaker(
            Journal journal,
            Opinions opinions,
            Incidents incidents,
            Deciding.Sources sources,
            WeightsInForce weights,
            Clock clock) {
        return new Breaker(
                new Breaker.Store(journal, opinions, database.counts(), incidents),
                sources,
                weights,
                BreakerMode.of(settings.get(GatewaySettings.BREAKER)),
                clock);
    }

    @Provides
    @Singleton
    Telling telling(Incidents incidents, ProtectedDomains domains, Outbox outbox, Clock clock) {
        IncidentMails mails =
                new IncidentMails(settings.get(GatewaySettings.HOSTNAME), clock.withZone(ZoneId.systemDefault()));
        return new Telling(incidents, domains, mails, outbox, settings.get(GatewaySettings.OPERATOR));
    }

    @Provides
    @Singleton
    Undoing undoing(
            Incidents incidents,
            HeldCopies copies,
            Journal journal,
            Deciding.Sources sources,
            WeightsInForce weights,
            Releases releases,
            Clock clock) {
        return new Undoing(incidents, copies, new Judging(journal, sources, weights), releases, clock);
    }
}
