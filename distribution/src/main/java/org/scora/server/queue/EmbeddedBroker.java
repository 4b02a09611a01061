package org.scora.server.queue;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQPrefetchPolicy;
import org.apache.activemq.RedeliveryPolicy;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.jmx.ManagementContext;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.scheduler.JobScheduler;
import org.apache.activemq.plugin.StatisticsBrokerPlugin;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.journal.Journal.JournalDiskSyncStrategy;

/**
 * An ActiveMQ broker inside this process, reachable by nobody else. It keeps its messages in KahaDB, whose journal is
 * forced to disk before a send returns; messages sent at the same time share one force.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String JMS_SCHEDULER = "JMS";
    private static final int HEAP_PERCENT = 40;

    private final BrokerService broker;

    private EmbeddedBroker(BrokerService broker) {
        this.broker = broker;
    }

    /**
     * Starts the broker on a folder, taking up what an earlier one left there.
     *
     * @throws IllegalStateException when it can not start, because another process uses the folder for example
     */
    public static EmbeddedBroker start(Path folder, BrokerPlugin... plugins) {
        try {
            Files.createDirectories(folder);
            BrokerService broker = configured(folder, plugins);
            broker.start();
            broker.waitUntilStarted();
            return new EmbeddedBroker(broker);
        } catch (Exception e) {
            throw new IllegalStateException("The mail queue in " + folder + " can not be opened: " + e, e);
        }
    }

    private static BrokerService configured(Path folder, BrokerPlugin... plugins) throws Exception {
        KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
        store.setDirectory(folder.resolve("messages").toFile());
        store.setJournalDiskSyncStrategy(JournalDiskSyncStrategy.ALWAYS.name());

        ManagementContext management = new ManagementContext();
        management.setCreateConnector(false);

        BrokerService broker = new BrokerService();
        // Unique in this process, where tests run several.
        broker.setBrokerName(name(folder));
        broker.setBrokerId(name(folder));
        broker.setUseJmx(false);
        broker.setManagementContext(management);
        broker.setUseShutdownHook(false);
        broker.setDataDirectoryFile(folder.toFile());
        broker.setSchedulerDirectoryFile(folder.resolve("delayed").toFile());
        broker.setPersistenceAdapter(store);
        broker.setSchedulerSupport(true);
        broker.setDestinationPolicy(queuesOnDisk());
        broker.setPlugins(concat(new StatisticsBrokerPlugin(), plugins));
        // The defaults reserve 100 GB and more, and warn on every smaller disk. What must stay free is checked at SMTP
        // time.
        broker.getSystemUsage().getMemoryUsage().setPercentOfJvmHeap(HEAP_PERCENT);
        long disk = folder.toFile().getUsableSpace() / 10 * 9;
        broker.getSystemUsage().getStoreUsage().setLimit(disk);
        broker.getSystemUsage().getJobSchedulerUsage().setLimit(disk);
        broker.getSystemUsage().getTempUsage().setLimit(disk);
        // A full store must fail the SMTP transaction with 451, not hang it.
        broker.getSystemUsage().setSendFailIfNoSpace(true);
        return broker;
    }

    /** Messages that wait are read from disk when their turn comes; a few large ones would fill the heap. */
    private static PolicyMap queuesOnDisk() {
        PolicyEntry allQueues = new PolicyEntry();
        allQueues.setUseCache(false);
        PolicyMap policies = new PolicyMap();
        policies.setDefaultEntry(allQueues);
        return policies;
    }

    private static String name(Path folder) {
        return "scora-"
                + Integer.toHexString(folder.toAbsolutePath().normalize().hashCode());
    }

    private static BrokerPlugin[] concat(BrokerPlugin first, BrokerPlugin... others) {
        BrokerPlugin[] all = new BrokerPlugin[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    /** Connections into the broker, for persistent messages that are fetched one by one and redelivered for ever. */
    public ConnectionFactory connectionFactory() {
        ActiveMQPrefetchPolicy oneByOne = new ActiveMQPrefetchPolicy();
        oneByOne.setAll(0);
        RedeliveryPolicy forEver = new RedeliveryPolicy();
        forEver.setMaximumRedeliveries(RedeliveryPolicy.NO_MAXIMUM_REDELIVERIES);
        forEver.setInitialRedeliveryDelay(0);

        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory("vm://" + broker.getBrokerName() + "?create=false");
        factory.setPrefetchPolicy(oneByOne);
        factory.setRedeliveryPolicy(forEver);
        factory.setWatchTopicAdvisories(false);
        return factory;
    }

    /** The scheduler in which delayed messages wait. */
    JobScheduler delayed() {
        try {
            return broker.getJobSchedulerStore().getJobScheduler(JMS_SCHEDULER);
        } catch (Exception e) {
            throw new IllegalStateException("The delayed mail can not be read", e);
        }
    }

    /** Stops the broker; everything it took is on disk. */
    @Override
    public void close() {
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) {
            throw new IllegalStateException("The mail queue did not stop cleanly", e);
        }
    }
}
