package org.scora.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.scora.dns.DnsAnswer.Status;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Finds a zone's name servers by the resolver, then asks them themselves, all at once. */
public final class AskedNameServers implements NameServers {
    private static final int MOST_SERVERS = 8;

    private final RecordDns resolver;
    private final int port;
    private final Duration timeout;

    /**
     * Asks the network.
     *
     * @param resolver finds the zone's NS records and their addresses
     * @param port of the name servers: 53, but for tests
     * @param timeout for all of them together, retries included
     */
    public AskedNameServers(DnsjavaDns resolver, int port, Duration timeout) {
        this.resolver = resolver;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public List<PublishedMx> publishedMx(String domain) {
        try {
            Name name = Name.fromString(domain, Name.root);
            List<CompletableFuture<PublishedMx>> asked = serversOf(name).stream()
                    .limit(MOST_SERVERS)
                    .map(server -> ask(server, name))
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        } catch (TextParseException e) {
            return List.of();
        }
    }

    // The domain need not be a zone of its own: the NS records stand where the zone begins.
    private List<String> serversOf(Name domain) {
        for (Name zone = domain; zone.labels() > 2; zone = new Name(zone, 1)) {
            DnsAnswer<Record> answer = resolver.lookup(zone, Type.NS);
            if (answer.failed() || answer.status() == Status.FOUND) {
                return answer.records().stream()
                        .filter(NSRecord.class::isInstance)
                        .map(record -> ((NSRecord) record).getTarget().toString(true))
                        .sorted()
                        .toList();
            }
        }
        return List.of();
    }

    private CompletableFuture<PublishedMx> ask(String server, Name domain) {
        PublishedMx silence = new PublishedMx(server, DnsAnswer.none(Status.FAILED), Duration.ZERO);
        Optional<InetAddress> address = resolver.addresses(server).records().stream()
                .min(Comparator.comparingInt(each -> each.getAddress().length));
        if (address.isEmpty()) {
            return CompletableFuture.completedFuture(silence);
        }
        SimpleResolver direct = new SimpleResolver(new InetSocketAddress(address.get(), port));
        direct.setTimeout(timeout);
        Message question = Message.newQuery(Record.newRecord(domain, Type.MX, DClass.IN));
        question.getHeader().unsetFlag(Flags.RD);
        return direct.sendAsync(question)
                .toCompletableFuture()
                .thenApply(answer -> published(server, answer))
                .completeOnTimeout(silence, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> silence);
    }

    private static PublishedMx published(String server, Message answer) {
        List<MXRecord> records = new ArrayList<>();
        answer.getSection(Section.ANSWER).stream()
                .filter(MXRecord.class::isInstance)
                .forEach(record -> records.add((MXRecord) record));
        if (records.isEmpty()) {
            return new PublishedMx(server, DnsAnswer.none(statusWithout(answer)), Duration.ZERO);
        }
        return RecordDns.published(server, records);
    }

    // Without AA, an empty answer is a hint to other servers: this one does not serve the zone (RFC 1034 section
    // 4.3.1).
    private static Status statusWithout(Message answer) {
        if (answer.getRcode() == Rcode.NXDOMAIN) {
            return Status.NO_SUCH_NAME;
        }
        boolean says = answer.getRcode() == Rcode.NOERROR && answer.getHeader().getFlag(Flags.AA);
        return says ? Status.NO_DATA : Status.FAILED;
    }
}
