package org.scora.prefilter;

import com.google.common.base.Ticker;
import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.scora.check.dnslist.ClientLists;
import org.scora.dns.Dns;
import org.scora.setting.DoorSettings;
import org.scora.setting.GatewaySettings;

/** The questions of {@link PreFilters}, made of a gateway's settings. */
record PreFilterParts(
        Trusted trusted,
        Rates rates,
        Harvesters harvesters,
        HeloNames heloNames,
        ListedClients listed,
        SenderDomains senders) {
    /** Of the threads that serve clients, how many may wait for the DNS at this place: the others serve whom they know. */
    private static final int MOST_WAITING = 32;

    static PreFilterParts of(
            GatewaySettings settings, Dns dns, ClientLists lists, Predicate<InetAddress> ours, Clock clock) {
        Ticker ticker = Tickers.of(clock);
        Semaphore waiting = new Semaphore(MOST_WAITING);
        return new PreFilterParts(
                new Trusted(settings.get(DoorSettings.TRUSTED)),
                new Rates(
                        new Rates.Limits(
                                settings.get(DoorSettings.CONNECTIONS),
                                settings.get(DoorSettings.MESSAGES),
                                settings.get(DoorSettings.MESSAGES_OF_DOMAIN),
                                settings.get(DoorSettings.MESSAGES_OF_SENDER)),
                        ticker),
                new Harvesters(settings.get(DoorSettings.UNKNOWN_RECIPIENTS), ticker),
                new HeloNames(settings.get(GatewaySettings.HOSTNAME), ours, dns),
                new ListedClients(lists, waiting, ticker),
                new SenderDomains(dns, waiting, ticker));
    }
}
