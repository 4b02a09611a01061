package org.scora.dns;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.scora.dns.DnsAnswer.Status;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Turns dnsjava's records into Scora's words; where the records come from is left open. */
abstract class RecordDns implements Dns {
    private static final Comparator<MailExchanger> BY_PREFERENCE =
            Comparator.comparingInt(MailExchanger::preference).thenComparing(MailExchanger::host);

    /** The records of one type, with CNAMEs followed. Never throws. */
    abstract DnsAnswer<Record> lookup(Name name, int type);

    @Override
    public final DnsAnswer<String> txt(String name) {
        return map(lookup(name, Type.TXT), record -> joined((TXTRecord) record));
    }

    @Override
    public final DnsAnswer<InetAddress> addresses(String name) {
        DnsAnswer<Record> four = lookup(name, Type.A);
        DnsAnswer<Record> six = lookup(name, Type.AAAA);
        List<InetAddress> addresses = new ArrayList<>();
        four.records().forEach(record -> addresses.add(((ARecord) record).getAddress()));
        six.records().forEach(record -> addresses.add(((AAAARecord) record).getAddress()));
        if (!addresses.isEmpty()) {
            return DnsAnswer.found(addresses);
        }
        return DnsAnswer.none(four.failed() || six.failed() ? Status.FAILED : four.status());
    }

    @Override
    public final DnsAnswer<InetAddress> addresses4(String name) {
        return map(lookup(name, Type.A), record -> ((ARecord) record).getAddress());
    }

    @Override
    public final DnsAnswer<MailExchanger> mx(String name) {
        DnsAnswer<MailExchanger> answer = map(lookup(name, Type.MX), record -> exchanger((MXRecord) record));
        return new DnsAnswer<>(
                answer.status(), answer.records().stream().sorted(BY_PREFERENCE).toList());
    }

    @Override
    public final DnsAnswer<String> tlsa(String name) {
        return map(lookup(name, Type.TLSA), record -> record.rdataToString());
    }

    @Override
    public final DnsAnswer<String> names(InetAddress address) {
        return map(lookup(ReverseMap.fromAddress(address), Type.PTR), record -> text(((PTRRecord) record).getTarget()));
    }

    final DnsAnswer<Record> lookup(String name, int type) {
        try {
            return lookup(Name.fromString(name, Name.root), type);
        } catch (TextParseException e) {
            // What is no domain name can not exist.
            return DnsAnswer.none(Status.NO_SUCH_NAME);
        }
    }

    private static <T> DnsAnswer<T> map(DnsAnswer<Record> answer, Function<Record, T> toValue) {
        return new DnsAnswer<>(
                answer.status(), answer.records().stream().map(toValue).toList());
    }

    // TXTRecord.getStrings() would escape what is not ASCII.
    private static String joined(TXTRecord record) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        record.getStringsAsByteArrays().forEach(joined::writeBytes);
        return joined.toString(StandardCharsets.UTF_8);
    }

    /** What a name server says, as records that have all the same time to live (RFC 2181 section 5.2). */
    static PublishedMx published(String server, List<MXRecord> records) {
        long ttl = records.stream().mapToLong(Record::getTTL).min().orElse(0);
        List<MailExchanger> exchangers =
                records.stream().map(RecordDns::exchanger).sorted(BY_PREFERENCE).toList();
        return new PublishedMx(server, DnsAnswer.found(exchangers), Duration.ofSeconds(ttl));
    }

    private static MailExchanger exchanger(MXRecord record) {
        return new MailExchanger(record.getPriority(), text(record.getTarget()));
    }

    private static String text(Name name) {
        return name.equals(Name.root) ? "" : name.toString(true);
    }
}
