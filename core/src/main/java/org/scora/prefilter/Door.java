package org.scora.prefilter;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.scora.check.dnslist.ClientLists;
import org.scora.dns.Dns;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Refusal;
import org.scora.journal.Journal;
import org.scora.setting.DoorSettings;
import org.scora.setting.GatewaySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pre-filters of a gateway with all that they need, and the work that they do beside it. Safe for several threads. */
public final class Door implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Door.class);
    private static final long WRITE_SECONDS = 1;
    private static final long LOOK_SECONDS = 600;
    private static final long PATIENCE_SECONDS = 10;

    private final PreFilters filters;
    private final Refusals refusals;
    private final Greetings greetings;
    private final RefusalLog log;
    private final ClientLists lists;
    private final ListWatch watch;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pre-filters");
        thread.setDaemon(true);
        return thread;
    });

    /** What the pre-filters ask of the rest of the gateway. */
    public record Surroundings(
            ProtectedDomains domains,
            EffectiveSettings settings,
            Journal journal,
            Dns dns,
            ClientLists lists,
            Predicate<InetAddress> ours) {}

    /**
     * @param receipts makes a receipt that was never given before
     */
    public Door(GatewaySettings settings, Surroundings around, Supplier<String> receipts, Clock clock) {
        PreFilterParts parts = PreFilterParts.of(settings, around.dns(), around.lists(), around.ours(), clock);
        this.greetings = new Greetings(
                Duration.ofMillis(settings.get(DoorSettings.GREETING_PAUSE)), parts.trusted(), Tickers.of(clock));
        this.filters = new PreFilters(around.domains(), around.settings(), parts, greetings);
        this.log = new RefusalLog(around.journal(), receipts, clock);
        this.refusals = new Refusals(log, around.domains(), filters, contact(settings), clock);
        this.lists = around.lists();
        this.watch = new ListWatch(lists, around.journal(), clock, parts.listed()::forget);
    }

    private static String contact(GatewaySettings settings) {
        return settings.get(DoorSettings.CONTACT).orElse("postmaster@" + settings.get(GatewaySettings.HOSTNAME));
    }

    /** Begins to write refusals and to look at block lists. */
    public Door open() {
        work.scheduleWithFixedDelay(this::write, WRITE_SECONDS, WRITE_SECONDS, TimeUnit.SECONDS);
        work.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    public PreFilters filters() {
        return filters;
    }

    public Refusals refusals() {
        return refusals;
    }

    public Greetings greetings() {
        return greetings;
    }

    /** The answer to a client that speaks before it is greeted. */
    public Refusal ofEarlyTalker(InetAddress client) {
        return refusals.complete(Attempt.of(client), List.of(), Words.earlyTalker());
    }

    /** Which block and allow lists in the DNS are left out, and why. */
    public Map<String, String> listsLeftOut() {
        return lists.leftOut();
    }

    // What is thrown would end the schedule.
    private void write() {
        try {
            log.write();
        } catch (RuntimeException e) {
            LOGGER.warn("refusals can not be written", e);
        }
    }

    private void look() {
        try {
            watch.look();
        } catch (RuntimeException e) {
            LOGGER.warn("block lists can not be looked at", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what has gathered, and ends. */
    @Override
    public void close() {
        // Without an interrupt, on which the embedded database would close its file.
        work.shutdown();
        try {
            if (!work.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("the pre-filters are still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
    }
}
