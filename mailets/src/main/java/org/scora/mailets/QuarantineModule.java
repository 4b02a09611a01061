package org.scora.mailets;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.scora.check.known.KnownHosts;
import org.scora.check.scanner.Scanners;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.domain.ServiceAddresses;
import org.scora.feedback.Feedback;
import org.scora.feedback.FeedbackAnswers;
import org.scora.journal.Journal;
import org.scora.learn.SiteModel;
import org.scora.mailets.repository.StoredNotes;
import org.scora.message.Outbox;
import org.scora.people.LinkAddress;
import org.scora.people.LinkTokens;
import org.scora.people.Links;
import org.scora.people.SecretFile;
import org.scora.policy.ListChanges;
import org.scora.policy.SenderLists;
import org.scora.quarantine.ContentStore;
import org.scora.quarantine.Expiry;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.HeldNotes;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.ReleaseRequests;
import org.scora.quarantine.Releases;
import org.scora.quarantine.RequestDesk;
import org.scora.quarantine.ScannersAgain;
import org.scora.quarantine.SenderChoice;
import org.scora.quarantine.Verification;
import org.scora.report.RequestMails;
import org.scora.setting.ConsoleSettings;
import org.scora.setting.GatewaySettings;
import org.scora.setting.ScannerSettings;
import org.scora.storage.Database;

/** What becomes of held messages: who may let them go, and how they end. */
final class QuarantineModule extends AbstractModule {
    private final GatewaySettings settings;
    private final Database database;

    QuarantineModule(GatewaySettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    protected void configure() {
        bind(HeldCopies.class).toInstance(database.heldCopies());
        bind(ReleaseRequests.class).toInstance(database.releaseRequests());
        bind(ListChanges.class).toInstance(database.listChanges());
        bind(HeldNotes.class).to(StoredNotes.class);
    }

    @Provides
    @Singleton
    Links links() {
        SecureRandom random = new SecureRandom();
        byte[] secret = SecretFile.createOrRead(SecretFile.ofLinks(settings.varFolder()), random);
        return database.links(new LinkTokens(secret, random));
    }

    @Provides
    LinkAddress linkAddress() {
        return new LinkAddress(ConsoleSettings.url(settings));
    }

    @Provides
    @Singleton
    Releases releases(Quarantine quarantine, HeldCopies copies, Outbox outbox, Journal journal, Clock clock) {
        ScannersAgain scan = new ScannersAgain(Scanners.of(settings), settings.get(ScannerSettings.REQUIRED));
        return new Releases(quarantine, copies, outbox, scan, journal, clock);
    }

    @Provides
    SenderChoice senderChoice(ProtectedDomains domains) {
        return new SenderChoice(domains, KnownHosts.shipped());
    }

    @Provides
    @Singleton
    HeldActions heldActions(
            HeldCopies copies,
            Quarantine quarantine,
            Releases releases,
            SenderLists lists,
            SenderChoice senders,
            SiteModel model,
            ProtectedDomains domains,
            EffectiveSettings effective,
            Clock clock) {
        return new HeldActions(copies, quarantine, releases, lists, senders, model, domains, effective, clock);
    }

    @Provides
    @Singleton
    RequestDesk requestDesk(
            ReleaseRequests requests,
            HeldMessages held,
            HeldActions actions,
            ProtectedDomains domains,
            Outbox outbox,
            Links links,
            LinkAddress addresses,
            Clock clock) {
        RequestMails mails = new RequestMails(
                settings.get(GatewaySettings.HOSTNAME), links, addresses, clock.withZone(ZoneId.systemDefault()));
        return new RequestDesk(requests, held, actions, domains, mails, outbox, clock);
    }

    @Provides
    @Singleton
    Expiry expiry(HeldCopies copies, Quarantine quarantine, EffectiveSettings effective, Clock clock) {
        return new Expiry(copies, quarantine, effective, clock);
    }

    @Provides
    @Singleton
    Feedback feedback(
            Journal journal,
            HeldMessages held,
            Quarantine quarantine,
            ProtectedDomains domains,
            Recipients recipients,
            SiteModel model,
            Clock clock) {
        return new Feedback(journal, held, quarantine, domains, recipients, model, database.opinions(), clock);
    }

    @Provides
    FeedbackAnswers feedbackAnswers(Clock clock) {
        return new FeedbackAnswers(new ServiceAddresses(settings.get(GatewaySettings.HOSTNAME)), clock);
    }

    @Provides
    @Singleton
    Verification verification(
            HeldMessages index, HeldCopies copies, Quarantine quarantine, ContentStore contents, Clock clock) {
        return new Verification(index, copies, quarantine, contents, clock);
    }
}
