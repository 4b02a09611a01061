package org.scora.mailets;

import com.google.common.base.Ticker;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.audit.AuditLog;
import org.scora.check.Check;
import org.scora.check.CheckSettings;
import org.scora.check.Scorer;
import org.scora.check.ShippedChecks;
import org.scora.check.auth.DkimSigner;
import org.scora.check.dnslist.ClientLists;
import org.scora.check.own.OwnFindings;
import org.scora.dns.Dns;
import org.scora.dns.DnsjavaDns;
import org.scora.dns.PublicSuffixes;
import org.scora.dns.ZoneFileDns;
import org.scora.domain.Aliases;
import org.scora.domain.Authorities;
import org.scora.domain.CallForward;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.MailboxLists;
import org.scora.domain.OwnListener;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.RecipientGate;
import org.scora.domain.Recipients;
import org.scora.domain.RememberedCallForward;
import org.scora.domain.Routes;
import org.scora.domain.ServiceAddresses;
import org.scora.domain.StoredSettings;
import org.scora.journal.Journal;
import org.scora.learn.Learner;
import org.scora.learn.Ledger;
import org.scora.learn.SiteModel;
import org.scora.mailets.smtp.SmtpCallForward;
import org.scora.mailets.smtp.SpoolOutbox;
import org.scora.message.Outbox;
import org.scora.message.ReceiptId;
import org.scora.people.AdminToken;
import org.scora.policy.ChainProfile;
import org.scora.policy.SenderLists;
import org.scora.prefilter.Door;
import org.scora.quarantine.ContentStore;
import org.scora.quarantine.FileContentStore;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.Quarantine;
import org.scora.score.LiveSiteFindings;
import org.scora.score.SiteFindings;
import org.scora.score.WeightsInForce;
import org.scora.seal.Seals;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;
import org.scora.trust.KnownCorrespondents;
import org.scora.trust.KnownSender;

/**
 * Brings Scora's core into James: what {@code scora.properties} says, and the services that matchers and mailets ask
 * for. In an existing James, name it as {@code guice.extension.module} in extensions.properties.
 */
public final class ScoraModule extends AbstractModule {
    private final GatewaySettings settings;
    private final Database database;

    /** For an existing James: reads {@code conf/scora.properties} of its working folder and opens the database. */
    public ScoraModule() {
        this(GatewaySettings.read(Path.of(System.getProperty("working.directory", "."))));
    }

    private ScoraModule(GatewaySettings settings) {
        this(settings, Database.open(databaseSettings(settings)));
    }

    /** For a server that opens and closes the database itself. */
    public ScoraModule(GatewaySettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    /** Where the database is, with {@code {var}} filled in. */
    public static DatabaseSettings databaseSettings(GatewaySettings settings) {
        String url = settings.get(GatewaySettings.DATABASE_URL)
                .replace("{var}", settings.varFolder().toAbsolutePath().toString());
        return new DatabaseSettings(
                url,
                settings.get(GatewaySettings.DATABASE_USER),
                settings.get(GatewaySettings.DATABASE_PASSWORD),
                settings.get(GatewaySettings.DATABASE_CONNECTIONS));
    }

    @Override
    protected void configure() {
        bind(GatewaySettings.class).toInstance(settings);
        bind(Database.class).toInstance(database);
        bind(ProtectedDomains.class).toInstance(database.protectedDomains());
        bind(MailboxLists.class).toInstance(database.mailboxLists());
        bind(Aliases.class).toInstance(database.aliases());
        bind(StoredSettings.class).toInstance(database.storedSettings());
        bind(EffectiveSettings.class).toInstance(database.effectiveSettings());
        bind(Recipients.class).toInstance(database.recipients());
        bind(AuditLog.class).toInstance(database.auditLog());
        bind(SenderLists.class).toInstance(database.senderLists());
        bind(ChainProfile.class).toInstance(new ChainProfile());
        bind(HeldMessages.class).toInstance(database.heldMessages());
        bind(Ledger.class).toInstance(database.ledger());
        install(new TrustModule(database, settings.get(GatewaySettings.HOSTNAME)));
        bind(Outbox.class).to(SpoolOutbox.class);
        install(new QuarantineModule(settings, database));
        install(new IncidentModule(settings, database));
        install(new JournalModule(settings, database));
        install(new DigestModule(settings, database));
        install(new ReportModule(settings));
    }

    @Provides
    @Singleton
    Dns dns() {
        String zoneFile = settings.get(GatewaySettings.DNS_ZONE_FILE);
        return zoneFile.isEmpty()
                ? DnsjavaDns.ofSystem(Duration.ofMillis(settings.get(GatewaySettings.DNS_TIMEOUT)))
                : ZoneFileDns.read(Path.of(zoneFile));
    }

    @Provides
    @Singleton
    LiveSiteFindings siteFindings(Clock clock) {
        return LiveSiteFindings.open(settings.confFolder().resolve(SiteFindings.FILE), clock);
    }

    @Provides
    @Singleton
    SiteModel siteModel(Ledger ledger, Clock clock) {
        return SiteModel.open(settings.varFolder().resolve("model"), ledger, Learner::shipped, clock);
    }

    @Provides
    @Singleton
    List<Check> shippedChecks(Dns dns, SiteModel model) {
        return ShippedChecks.all(dns, model::learner, CheckSettings.of(settings));
    }

    @Provides
    @Singleton
    Scorer scorer(List<Check> shipped, LiveSiteFindings findings, WeightsInForce weights, KnownCorrespondents known) {
        List<Check> checks = new ArrayList<>(shipped);
        checks.add(new OwnFindings(findings));
        return new Scorer(
                checks,
                List.of(new KnownSender(known, PublicSuffixes.bundled())),
                weights,
                Duration.ofMillis(settings.get(GatewaySettings.SCORE_DEADLINE)));
    }

    @Provides
    @Singleton
    ContentStore heldContents() {
        return new FileContentStore(settings.varFolder().resolve("quarantine"));
    }

    @Provides
    @Singleton
    Quarantine quarantine(HeldMessages index, ContentStore contents) {
        return new Quarantine(index, contents);
    }

    @Provides
    @Singleton
    OwnListener ownListener(Dns dns) {
        return OwnListener.of(settings, dns);
    }

    @Provides
    @Singleton
    Routes routes(ProtectedDomains domains, Dns dns, OwnListener ownListener) {
        return new Routes(
                domains, dns, settings.get(GatewaySettings.HOSTNAME), ownListener::listensOn, new SecureRandom());
    }

    @Provides
    @Singleton
    Authorities authorities() {
        return Authorities.of(settings);
    }

    @Provides
    @Singleton
    Optional<DkimSigner> dkimSigner(Clock clock) {
        return DkimSigner.of(settings, clock);
    }

    @Provides
    @Singleton
    CallForward callForward(Routes routes, Authorities authorities) {
        return new RememberedCallForward(
                new SmtpCallForward(routes, settings.get(GatewaySettings.HOSTNAME), authorities),
                Ticker.systemTicker());
    }

    @Provides
    @Singleton
    RecipientGate recipientGate(ProtectedDomains domains, Recipients recipients, CallForward servers) {
        return new RecipientGate(
                domains, recipients, servers, new ServiceAddresses(settings.get(GatewaySettings.HOSTNAME)));
    }

    @Provides
    @Singleton
    Door door(Journal journal, Dns dns, List<Check> checks, OwnListener ownListener, Clock clock) {
        SecureRandom random = new SecureRandom();
        return new Door(
                        settings,
                        new Door.Surroundings(
                                database.protectedDomains(),
                                database.effectiveSettings(),
                                journal,
                                dns,
                                ClientLists.among(checks),
                                ownListener::isOurs),
                        () -> ReceiptId.of("refusal " + random.nextLong() + " " + random.nextLong())
                                .text(),
                        clock)
                .open();
    }

    @Provides
    @Singleton
    Seals seals(Clock clock) {
        return Seals.createOrRead(Seals.file(settings.varFolder()), new SecureRandom(), clock);
    }

    @Provides
    @Singleton
    AdminToken adminToken() {
        return AdminToken.createOrRead(settings.varFolder().resolve("admin-token"), new SecureRandom());
    }
}
