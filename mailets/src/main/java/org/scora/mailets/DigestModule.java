package org.scora.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import org.scora.domain.Aliases;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.message.Outbox;
import org.scora.people.LinkAddress;
import org.scora.people.Links;
import org.scora.quarantine.DigestLog;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.RequestDesk;
import org.scora.report.Wordings;
import org.scora.report.digest.AnswerMails;
import org.scora.report.digest.DigestMails;
import org.scora.report.digest.Digests;
import org.scora.report.digest.ReleaseReplies;
import org.scora.report.digest.ReplyActions;
import org.scora.score.LiveSiteFindings;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;

/** The mails that tell owners of mailboxes what is held for them, and the answers to those. */
final class DigestModule extends AbstractModule {
    private final GatewaySettings settings;
    private final Database database;

    DigestModule(GatewaySettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    protected void configure() {
        bind(DigestLog.class).toInstance(database.digestLog());
    }

    @Provides
    @Singleton
    Wordings wordings() {
        return Wordings.in(settings.confFolder());
    }

    @Provides
    @Singleton
    Digests digests(
            DigestLog log,
            ProtectedDomains domains,
            Aliases aliases,
            EffectiveSettings effective,
            Wordings wordings,
            Links links,
            LinkAddress addresses,
            LiveSiteFindings findings,
            Outbox outbox,
            Clock clock) {
        DigestMails mails = new DigestMails(
                settings.get(GatewaySettings.HOSTNAME),
                links,
                addresses,
                () -> findings.get().weights());
        return new Digests(log, domains, aliases, effective, wordings, mails, outbox, clock);
    }

    @Provides
    @Singleton
    ReleaseReplies releaseReplies(
            Links links,
            ProtectedDomains domains,
            Aliases aliases,
            EffectiveSettings effective,
            Wordings wordings,
            Recipients recipients,
            HeldMessages held,
            HeldActions actions,
            RequestDesk desk,
            LinkAddress addresses,
            Outbox outbox,
            Clock clock) {
        return new ReleaseReplies(
                links,
                domains,
                aliases,
                effective,
                wordings,
                recipients,
                new ReplyActions(held, actions, desk),
                new AnswerMails(settings.get(GatewaySettings.HOSTNAME), addresses, clock),
                outbox);
    }
}
