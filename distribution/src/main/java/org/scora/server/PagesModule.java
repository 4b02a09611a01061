package org.scora.server;

import com.google.common.collect.ImmutableSet;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.scora.audit.AuditLog;
import org.scora.console.StatusSource;
import org.scora.console.web.QuarantineSections;
import org.scora.console.web.QuarantineSections.Held;
import org.scora.console.web.QuarantineSections.Mailing;
import org.scora.console.web.QuarantineSections.People;
import org.scora.console.web.QuarantineSections.Policies;
import org.scora.console.web.Site;
import org.scora.console.web.WebConsole;
import org.scora.console.web.visit.Times;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.domain.StoredSettings;
import org.scora.message.Outbox;
import org.scora.people.Codes;
import org.scora.people.LinkAddress;
import org.scora.people.Links;
import org.scora.people.Marks;
import org.scora.people.Sessions;
import org.scora.policy.ChainProfile;
import org.scora.policy.ListChanges;
import org.scora.policy.SenderLists;
import org.scora.quarantine.HeldActions;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldNotes;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.RequestDesk;
import org.scora.quarantine.SenderChoice;
import org.scora.report.SignInMails;
import org.scora.report.digest.DigestsOff;
import org.scora.score.LiveSiteFindings;
import org.scora.setting.ConsoleSettings;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;

/** The web console with the pages of users. */
final class PagesModule extends AbstractModule {
    private static final int LOGIN_MAILS_WAITING = 200;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final GatewaySettings settings;

    PagesModule(GatewaySettings settings) {
        this.settings = settings;
    }

    @Provides
    @Singleton
    Sessions sessions(Database database) {
        return database.sessions(new SecureRandom());
    }

    @Provides
    @Singleton
    Marks marks(Database database) {
        return database.marks();
    }

    @Provides
    @Singleton
    Codes codes(Database database) {
        return database.codes(new SecureRandom());
    }

    @Provides
    People people(Links links, LinkAddress addresses, Sessions sessions, Marks marks, Codes codes, AuditLog audit) {
        return new People(links, addresses, sessions, marks, codes, audit);
    }

    @Provides
    Held held(
            Quarantine quarantine,
            HeldCopies copies,
            HeldNotes notes,
            HeldActions actions,
            RequestDesk requests,
            SenderLists lists,
            ListChanges changes,
            SenderChoice senders,
            LiveSiteFindings findings) {
        return new Held(
                quarantine,
                copies,
                notes,
                actions,
                requests,
                lists,
                changes,
                senders,
                () -> findings.get().weights());
    }

    @Provides
    Policies policies(
            ProtectedDomains domains,
            Recipients recipients,
            EffectiveSettings effective,
            StoredSettings stored,
            ChainProfile chain) {
        return new Policies(domains, recipients, effective, stored, chain);
    }

    @Provides
    Mailing mailing(Outbox outbox, StoredSettings stored, Clock clock) {
        SignInMails mails =
                new SignInMails(settings.get(GatewaySettings.HOSTNAME), clock.withZone(ZoneId.systemDefault()));
        return new Mailing(outbox, mails, new DigestsOff(stored), aside());
    }

    private static Executor aside() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(LOGIN_MAILS_WAITING),
                new ThreadFactoryBuilder()
                        .setDaemon(true)
                        .setNameFormat("login-mail")
                        .build());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    @Provides
    @Singleton
    WebConsole console(StatusSource status, People people, Held held, Policies policies, Mailing mailing, Clock clock) {
        ZoneId zone = ZoneId.systemDefault();
        return new WebConsole(
                site(zone), status, QuarantineSections.of(people, held, policies, mailing, new Times(zone), clock));
    }

    private Site site(ZoneId zone) {
        return new Site(
                settings.get(ConsoleSettings.ADDRESS),
                settings.get(ConsoleSettings.PORT),
                ImmutableSet.<String>builder()
                        .add(settings.get(GatewaySettings.HOSTNAME), settings.get(ConsoleSettings.ADDRESS))
                        .add(ConsoleSettings.url(settings).getHost())
                        .addAll(settings.get(ConsoleSettings.HOSTS))
                        .build(),
                ConsoleSettings.url(settings),
                settings.get(ConsoleSettings.PROXIES),
                zone);
    }
}
