package org.scora.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.core.healthcheck.Result;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.utils.GuiceProbe;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.mdc.RequestLogger;
import org.scora.console.CountedStatus;
import org.scora.console.HealthLine;
import org.scora.console.StatusSource;
import org.scora.console.admin.AliasRoutes;
import org.scora.console.admin.AuditRoutes;
import org.scora.console.admin.BodyPatience;
import org.scora.console.admin.BriefRequestLogger;
import org.scora.console.admin.CheckUpRoutes;
import org.scora.console.admin.DigestRoutes;
import org.scora.console.admin.DirectoryRoutes;
import org.scora.console.admin.DomainRoutes;
import org.scora.console.admin.ExportRoutes;
import org.scora.console.admin.FindingRoutes;
import org.scora.console.admin.HeldActionRoutes;
import org.scora.console.admin.IncidentRoutes;
import org.scora.console.admin.JournalRoutes;
import org.scora.console.admin.LessonRoutes;
import org.scora.console.admin.ListChangeRoutes;
import org.scora.console.admin.ListRoutes;
import org.scora.console.admin.MailboxImportRoute;
import org.scora.console.admin.MailboxRoutes;
import org.scora.console.admin.PersonRoutes;
import org.scora.console.admin.ProfileRoutes;
import org.scora.console.admin.QuarantineRoutes;
import org.scora.console.admin.QueueRoutes;
import org.scora.console.admin.ReportRoutes;
import org.scora.console.admin.RequestRoutes;
import org.scora.console.admin.SettingRoutes;
import org.scora.console.admin.StatusRoutes;
import org.scora.console.admin.TokenOnEveryPath;
import org.scora.console.admin.TraceRoutes;
import org.scora.console.admin.TrialRoutes;
import org.scora.console.admin.UpkeepRoutes;
import org.scora.console.command.ScoraCommand;
import org.scora.directory.DirectoryRefresh;
import org.scora.domain.ProtectedDomains;
import org.scora.incident.Incidents;
import org.scora.journal.Journal;
import org.scora.prefilter.Door;
import org.scora.quarantine.Quarantine;
import org.scora.server.queue.DelayedMail;
import org.scora.setting.GatewaySettings;
import org.scora.storage.Database;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Our routes on James' webadmin, and the web console beside it. */
final class ConsoleModule extends AbstractModule {
    /** James' names of what it checks, in words. */
    private static final Map<String, String> NAMES = Map.of(
            "Embedded ActiveMQ", "Queue",
            "EmptyErrorMailRepository", "No mail set aside as faulty",
            "Guice application lifecycle", "Server");

    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(3);

    private final GatewaySettings settings;

    ConsoleModule(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        install(new PagesModule(settings));
        install(new ScheduledWork());
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        List.of(
                        TokenOnEveryPath.class,
                        BodyPatience.class,
                        DomainRoutes.class,
                        CheckUpRoutes.class,
                        MailboxRoutes.class,
                        MailboxImportRoute.class,
                        DirectoryRoutes.class,
                        AliasRoutes.class,
                        SettingRoutes.class,
                        ProfileRoutes.class,
                        AuditRoutes.class,
                        ExportRoutes.class,
                        ListRoutes.class,
                        DigestRoutes.class,
                        QuarantineRoutes.class,
                        HeldActionRoutes.class,
                        RequestRoutes.class,
                        ListChangeRoutes.class,
                        QueueRoutes.class,
                        JournalRoutes.class,
                        UpkeepRoutes.class,
                        TraceRoutes.class,
                        PersonRoutes.class,
                        FindingRoutes.class,
                        TrialRoutes.class,
                        IncidentRoutes.class,
                        LessonRoutes.class,
                        ReportRoutes.class,
                        StatusRoutes.class)
                .forEach(type -> routes.addBinding().to(type));
        Multibinder.newSetBinder(binder(), RequestLogger.class).addBinding().to(BriefRequestLogger.class);
        Multibinder<GuiceProbe> probes = Multibinder.newSetBinder(binder(), GuiceProbe.class);
        probes.addBinding().to(ConsoleProbe.class);
        probes.addBinding().to(ScheduleProbe.class);
    }

    @Provides
    @Singleton
    StatusSource status(
            ProtectedDomains domains,
            Journal journal,
            Quarantine quarantine,
            MailQueueFactory<? extends ManageableMailQueue> queues,
            DelayedMail delayed,
            Set<HealthCheck> healthChecks,
            Database database,
            Door door,
            DirectoryRefresh directories,
            Incidents incidents,
            Clock clock) {
        return new CountedStatus(
                new CountedStatus.Identity(
                        settings.get(GatewaySettings.HOSTNAME), ScoraCommand.version(), clock.instant()),
                domains,
                journal,
                quarantine,
                new CountedStatus.Surroundings(
                        () -> Optional.of(due(queues) + delayed.count()),
                        () -> health(healthChecks, database, door, directories, incidents)),
                clock);
    }

    private static long due(MailQueueFactory<? extends ManageableMailQueue> queues) {
        return queues.listCreatedMailQueues().stream()
                .flatMap(name -> queues.getQueue(name).stream())
                .mapToLong(ConsoleModule::size)
                .sum();
    }

    private static long size(ManageableMailQueue queue) {
        try {
            return queue.getSize();
        } catch (MailQueue.MailQueueException e) {
            throw new IllegalStateException("Queue " + queue.getName().asString() + " can not be counted", e);
        }
    }

    private static List<HealthLine> health(
            Set<HealthCheck> checks, Database database, Door door, DirectoryRefresh directories, Incidents incidents) {
        return Flux.fromIterable(checks)
                .flatMap(HealthCheck::check)
                .map(ConsoleModule::line)
                .concatWith(Mono.justOrEmpty(database.trouble())
                        .map(reason -> new HealthLine("Taking mail", false, "put off with 451: " + reason)))
                // The gateway works without them, but the operator should know.
                .concatWith(Flux.fromStream(door.listsLeftOut().entrySet().stream()
                        .map(list ->
                                new HealthLine("DNS list " + list.getKey(), true, "left out: " + list.getValue()))))
                .concatWith(Flux.fromIterable(directories.troubles().entrySet())
                        .map(trouble -> new HealthLine("Directory " + trouble.getKey(), false, trouble.getValue())))
                .concatWith(Flux.fromStream(IncidentLines.of(incidents)))
                .collectSortedList((one, other) -> one.name().compareTo(other.name()))
                .blockOptional(HEALTH_PATIENCE)
                .orElse(List.of());
    }

    private static HealthLine line(Result result) {
        String trouble = result.getCause().orElse("does not work");
        return new HealthLine(
                NAMES.getOrDefault(
                        result.getComponentName().getName(),
                        result.getComponentName().getName()),
                result.isHealthy() || result.isDegraded(),
                result.isHealthy() ? "works" : trouble);
    }
}
