package org.scora.server;

import com.google.inject.Module;
import com.google.inject.Scopes;
import com.google.inject.util.Modules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.ExtraProperties;
import org.apache.james.GuiceJamesServer;
import org.apache.james.NaiveDelegationStoreModule;
import org.apache.james.modules.MailetProcessingModule;
import org.apache.james.modules.protocols.ProtocolHandlerModule;
import org.apache.james.modules.protocols.SMTPServerModule;
import org.apache.james.modules.server.DKIMMailetModule;
import org.apache.james.modules.server.DefaultProcessorsConfigurationProviderModule;
import org.apache.james.modules.server.MailQueueRoutesModule;
import org.apache.james.modules.server.MailRepositoriesRoutesModule;
import org.apache.james.modules.server.NoJwtModule;
import org.apache.james.modules.server.RawPostDequeueDecoratorModule;
import org.apache.james.modules.server.TaskManagerModule;
import org.apache.james.modules.server.WebAdminServerModule;
import org.apache.james.server.core.configuration.Configuration;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.scora.directory.Directories;
import org.scora.directory.DirectoryRefresh;
import org.scora.mailets.ScoraModule;
import org.scora.people.RunningServer;
import org.scora.server.queue.EmbeddedBroker;
import org.scora.server.queue.MailsInWork;
import org.scora.setting.ConsoleSettings;
import org.scora.setting.GatewaySettings;
import org.scora.setting.SettingException;
import org.scora.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway that runs: database, queue, James, console, in this order; stopped in the opposite one. */
public final class GatewayServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(GatewayServer.class);

    static {
        // James would end the process from inside start(), before anything could be said about the reason.
        System.setProperty("james.exit.on.startup.error", "false");
    }

    private final List<AutoCloseable> running = new ArrayList<>();
    private final GatewaySettings settings;

    private GatewayServer(GatewaySettings settings) {
        this.settings = settings;
    }

    /**
     * Starts a gateway on a configuration in which {@link ConfigurationCheck} finds nothing wrong, and returns when it
     * takes mail.
     *
     * @param home the folder that has {@code conf} and {@code var}
     * @throws SettingException for a setting that is wrong
     * @throws IllegalStateException for anything else that keeps it from starting; nothing is left running then
     */
    public static GatewayServer start(Path home) {
        GatewayServer server = new GatewayServer(GatewaySettings.read(home));
        try {
            server.startParts(home);
            return server;
        } catch (Exception e) {
            server.close();
            throw StartFailure.of(e);
        }
    }

    private void startParts(Path home) throws Exception {
        Database database = stopLater(Database.open(ScoraModule.databaseSettings(settings)));
        EmbeddedBroker broker =
                stopLater(EmbeddedBroker.start(settings.varFolder().resolve("queue")));
        // After the broker, which no second process can open.
        MailsInWork inWork =
                stopLater(MailsInWork.open(settings.varFolder().resolve("queue").resolve("in-work")));
        GuiceJamesServer james = james(home, database, new QueueModule(broker, inWork), directories(database));
        running.add(james::stop);
        james.start();
        running.add(james.getProbe(ConsoleProbe.class).start());
        running.add(james.getProbe(ScheduleProbe.class).start());
        announce();
    }

    private DirectoryModule directories(Database database) {
        Directories directories =
                Directories.in(settings.confFolder(), database.protectedDomains(), database.mailboxLists());
        return new DirectoryModule(directories, stopLater(DirectoryRefresh.start(directories)));
    }

    private <T extends AutoCloseable> T stopLater(T part) {
        running.add(part);
        return part;
    }

    private GuiceJamesServer james(Path home, Database database, Module queue, Module directories) {
        // James' files refer to these, so that port and name are written once, in scora.properties.
        System.setProperty("scora.smtp.bind", bind());
        System.setProperty("scora.hostname", settings.get(GatewaySettings.HOSTNAME));
        ExtraProperties.initialize();
        return GuiceJamesServer.forConfiguration(
                        Configuration.builder().workingDirectory(home.toFile()).build())
                .combineWith(gateway(database), queue, directories)
                .overrideWith(
                        new AdminModule(),
                        new VerbModule(),
                        binder -> binder.bind(SMTPServerFactory.class)
                                .to(PatientSmtpServerFactory.class)
                                .in(Scopes.SINGLETON));
    }

    private Module gateway(Database database) {
        return Modules.combine(
                new NaiveDelegationStoreModule(),
                new MailetProcessingModule(),
                new RawPostDequeueDecoratorModule(),
                new ProtocolHandlerModule(),
                new SMTPServerModule(),
                new WebAdminServerModule(),
                new MailRepositoriesRoutesModule(),
                new MailQueueRoutesModule(),
                new NoJwtModule(),
                new DefaultProcessorsConfigurationProviderModule(),
                new TaskManagerModule(),
                new DKIMMailetModule(),
                new JamesDataModule(),
                new ScoraModule(settings, database),
                new CheckUpModule(settings),
                new ConsoleModule(settings));
    }

    private String bind() {
        return settings.get(GatewaySettings.SMTP_ADDRESS) + ":" + settings.get(GatewaySettings.SMTP_PORT);
    }

    private void announce() {
        RunningServer self = new RunningServer(
                ProcessHandle.current().pid(),
                settings.get(GatewaySettings.SMTP_PORT),
                settings.get(GatewaySettings.ADMIN_PORT),
                settings.get(ConsoleSettings.PORT));
        self.announce(settings.varFolder());
        running.add(() -> RunningServer.forget(settings.varFolder()));
        LOGGER.info(
                "Scora takes mail on {}, the console is at http://{}:{}/, the admin API at http://127.0.0.1:{}/",
                bind(),
                settings.get(ConsoleSettings.ADDRESS),
                self.consolePort(),
                self.adminPort());
    }

    /** Stops taking mail, finishes what is in hand, and closes the queue and the database. */
    @Override
    public void close() {
        for (int last = running.size() - 1; last >= 0; last--) {
            try {
                running.remove(last).close();
            } catch (Exception e) {
                LOGGER.warn("A part did not stop cleanly", e);
            }
        }
    }
}
