package org.scora.check.dnslist;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.scora.check.Check;
import org.scora.dns.Dns;

/**
 * Asks block lists about a client: whether it is refused, and whether they can be believed. Lists that do not work are
 * not asked. Thread-safe.
 */
public final class ClientLists {
    private final List<DnsList> lists;
    private final Dns dns;
    private final WorkingLists working;
    private final Parallel parallel;

    ClientLists(List<DnsList> lists, Dns dns, WorkingLists working, Parallel parallel) {
        this.lists = lists.stream().filter(ClientLists::speaksAgainstClients).toList();
        this.dns = dns;
        this.working = working;
        this.parallel = parallel;
    }

    /** The lists of a gateway, by its checks. */
    public static ClientLists among(List<Check> checks) {
        return checks.stream()
                .filter(DnsLists.class::isInstance)
                .map(check -> ((DnsLists) check).ofClients())
                .findFirst()
                .orElseThrow();
    }

    /** That a client is on a list, and what it means to be there. */
    public record Entry(String zone, String meaning) {}

    private static boolean speaksAgainstClients(DnsList list) {
        return list.lines().stream().anyMatch(ClientLists::speaksAgainstClients);
    }

    private static boolean speaksAgainstClients(ListLine line) {
        return line.points() > 0 && line.asks().contains(Subject.CLIENT);
    }

    /** The lists that can be asked. */
    public List<String> zones() {
        return lists.stream().map(DnsList::zone).toList();
    }

    /**
     * What the first of some lists that knows a client says; they are asked at the same time, each within the limit of the
     * DNS. What a list does not answer is taken for not being on it.
     */
    public Optional<Entry> entry(InetAddress client, List<String> zones) throws InterruptedException {
        Optional<String> item = Subjects.client(client);
        List<DnsList> asked =
                lists.stream().filter(list -> zones.contains(list.zone())).toList();
        if (item.isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        try {
            return parallel.all(asked, list -> entry(list, item.get())).stream()
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (RejectedExecutionException e) {
            // Too many wait already.
            return Optional.empty();
        }
    }

    private Optional<Entry> entry(DnsList list, String item) throws InterruptedException {
        if (working.trouble(list).isPresent()) {
            return Optional.empty();
        }
        ListAnswer answer = new ListQuestion(list, Subject.CLIENT, item).ask(dns);
        working.heard(list, answer);
        return found(list, answer);
    }

    private static Optional<Entry> found(DnsList list, ListAnswer answer) {
        return list.lines().stream()
                .filter(line -> answer.isListed() && speaksAgainstClients(line))
                .filter(line -> line.find(answer.answers()).isPresent())
                .findFirst()
                .map(line -> new Entry(list.zone(), line.meaning()));
    }

    /** How many of these clients a list has, whether it is left out or not. */
    public long listed(String zone, List<InetAddress> clients) throws InterruptedException {
        DnsList list = list(zone);
        List<String> items =
                clients.stream().map(Subjects::client).flatMap(Optional::stream).toList();
        return parallel.all(items, item -> found(list, new ListQuestion(list, Subject.CLIENT, item).ask(dns))).stream()
                .filter(Optional::isPresent)
                .count();
    }

    /** Leaves a list out, here and for the score, until it is taken in or the time is over. */
    public void setAside(String zone, String reason, Duration time) {
        working.setAside(list(zone), reason, time);
    }

    /** Ends {@link #setAside}. */
    public void takeIn(String zone) {
        working.takeIn(list(zone));
    }

    /** Which lists of any kind are left out, and why. */
    public Map<String, String> leftOut() {
        return working.known();
    }

    private DnsList list(String zone) {
        return lists.stream()
                .filter(list -> list.zone().equals(zone))
                .findFirst()
                .orElseThrow();
    }
}
