package org.scora.prefilter;

import com.google.common.base.Ticker;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.scora.check.dnslist.ClientLists;
import org.scora.domain.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses clients that block lists have. A list that does not answer in time has nobody. Thread-safe. */
final class ListedClients {
    private static final Logger LOGGER = LoggerFactory.getLogger(ListedClients.class);

    private final ClientLists lists;
    private final AskedOfDns<Asked, Optional<ClientLists.Entry>> known;

    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    private record Asked(InetAddress client, List<String> zones) {}

    /** @param waiting who may wait for the DNS; where nobody may, lists count as silent */
    ListedClients(ClientLists lists, Semaphore waiting, Ticker ticker) {
        this.lists = lists;
        this.known = new AskedOfDns<>(waiting, ticker);
    }

    Optional<Refusal> refusal(InetAddress client, DoorRules rules) {
        rules.zonesBeside(lists.zones())
                .filter(unknown::add)
                .forEach(zone -> LOGGER.warn(
                        "a domain wants clients refused that {} lists, but dnslists.tsv does not ask it", zone));
        return Optional.of(rules.zonesAmong(lists.zones()))
                .filter(zones -> !zones.isEmpty())
                .flatMap(zones -> entry(new Asked(client, zones)))
                .map(Words::listed);
    }

    private Optional<ClientLists.Entry> entry(Asked asked) {
        return known.answer(asked, this::ask).flatMap(Function.identity());
    }

    private Optional<Optional<ClientLists.Entry>> ask(Asked asked) {
        try {
            return Optional.of(lists.entry(asked.client(), asked.zones()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Forgets what lists said, after one of them was found to be wrong. */
    void forget() {
        known.forget();
    }
}
