package org.scora.prefilter;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.scora.check.dnslist.ClientLists;
import org.scora.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks block lists now and then about clients that are known to be good, since wanted mail of theirs was delivered of
 * late. A list that has too many of them is left out, for refusals and for the score, until it has few again.
 */
final class ListWatch {
    /** From which share on a list is wrong. */
    static final double SHARE = 0.1;

    /** Of fewer nothing is concluded. */
    static final int LEAST_CLIENTS = 10;

    private static final int MOST_CLIENTS = 100;
    private static final Duration OF_LATE = Duration.ofDays(1);
    /** Beyond the next look, so that it does not end before that has been. */
    private static final Duration ASIDE = Duration.ofHours(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(ListWatch.class);

    private final ClientLists lists;
    private final Journal journal;
    private final Clock clock;
    private final Runnable changed;

    /** @param changed is run when a list was left out or taken in */
    ListWatch(ClientLists lists, Journal journal, Clock clock, Runnable changed) {
        this.lists = lists;
        this.journal = journal;
        this.clock = clock;
        this.changed = changed;
    }

    /** Looks once at all lists. */
    void look() throws InterruptedException {
        if (lists.zones().isEmpty()) {
            return;
        }
        List<InetAddress> good = journal.clientsOfWantedMail(clock.instant().minus(OF_LATE), MOST_CLIENTS).stream()
                .filter(InetAddresses::isInetAddress)
                .map(InetAddresses::forString)
                .toList();
        if (good.size() < LEAST_CLIENTS) {
            LOGGER.debug("too few clients are known to be good for a judgement of block lists");
            return;
        }
        for (String zone : lists.zones()) {
            judge(zone, lists.listed(zone, good), good.size());
        }
        changed.run();
    }

    private void judge(String zone, long listed, int all) {
        if (listed > all * SHARE) {
            lists.setAside(zone, "it has " + listed + " of " + all + " clients that sent wanted mail of late", ASIDE);
        } else {
            lists.takeIn(zone);
        }
    }
}
