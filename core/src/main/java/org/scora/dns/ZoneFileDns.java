package org.scora.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.scora.dns.DnsAnswer.Status;
import org.scora.setting.SettingException;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Answers from a master file (RFC 1035 section 5.1) and never asks the network: for tests and for the demonstration.
 * {@code $ORIGIN} may change within the file, {@code *} stands for any label at the left, and a time to live need not be
 * written. What the file does not name does not exist. A name with the record {@code TXT "scora-test: servfail"}
 * fails, as if its server were down.
 */
public final class ZoneFileDns extends RecordDns implements NameServers {
    private static final String SERVFAIL = "scora-test: servfail";
    private static final int CNAMES_AT_MOST = 8;
    private static final long TTL_IN_SECONDS = 300;

    private final Map<Name, List<Record>> records;
    private final Set<Name> names;

    private ZoneFileDns(Map<Name, List<Record>> records) {
        this.records = records;
        this.names = withParents(records.keySet());
    }

    /** @throws SettingException when the file can not be read; says in which line */
    public static ZoneFileDns read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw SettingException.of(
                    file.toString(), "zone file", "the file is missing", "Name a file that there is.");
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * Takes the zone's text itself.
     *
     * @param place what to call the text in an error
     * @throws SettingException when the text is no master file
     */
    public static ZoneFileDns parse(String place, String text) {
        Map<Name, List<Record>> records = new HashMap<>();
        try (InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                Master master = new Master(stream, Name.root, TTL_IN_SECONDS)) {
            master.disableIncludes();
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                records.merge(record.getName(), List.of(record), ZoneFileDns::concat);
            }
        } catch (IOException e) {
            throw unreadable(place, e);
        }
        return new ZoneFileDns(records);
    }

    @Override
    DnsAnswer<Record> lookup(Name asked, int type) {
        Name name = asked;
        for (int followed = 0; followed <= CNAMES_AT_MOST; followed++) {
            List<Record> all = recordsOf(name);
            if (all.stream().anyMatch(ZoneFileDns::saysServfail)) {
                return DnsAnswer.none(Status.FAILED);
            }
            List<Record> wanted =
                    all.stream().filter(record -> record.getType() == type).toList();
            Optional<Name> alias = all.stream()
                    .filter(CNAMERecord.class::isInstance)
                    .map(record -> ((CNAMERecord) record).getTarget())
                    .findFirst();
            if (!wanted.isEmpty() || alias.isEmpty()) {
                return wanted.isEmpty() ? DnsAnswer.none(statusWithout(name, all)) : DnsAnswer.found(wanted);
            }
            name = alias.get();
        }
        return DnsAnswer.none(Status.FAILED);
    }

    /** As if each name server of the zone had the file; without NS records, as one server of that name. */
    @Override
    public List<PublishedMx> publishedMx(String domain) {
        DnsAnswer<Record> answer = lookup(domain, Type.MX);
        DnsAnswer<Record> servers = lookup(domain, Type.NS);
        List<String> names = servers.records().isEmpty()
                ? List.of("zone file")
                : servers.records().stream()
                        .map(record -> ((NSRecord) record).getTarget().toString(true))
                        .toList();
        return names.stream().map(name -> published(name, answer)).toList();
    }

    private static PublishedMx published(String server, DnsAnswer<Record> answer) {
        return answer.records().isEmpty()
                ? new PublishedMx(server, DnsAnswer.none(answer.status()), Duration.ZERO)
                : published(
                        server,
                        answer.records().stream().map(MXRecord.class::cast).toList());
    }

    private Status statusWithout(Name name, List<Record> all) {
        return all.isEmpty() && !names.contains(name) ? Status.NO_SUCH_NAME : Status.NO_DATA;
    }

    private List<Record> recordsOf(Name name) {
        if (names.contains(name)) {
            return records.getOrDefault(name, List.of());
        }
        for (int labels = 1; labels < name.labels(); labels++) {
            List<Record> wild = records.get(name.wild(labels));
            if (wild != null) {
                return wild;
            }
        }
        return List.of();
    }

    private static boolean saysServfail(Record record) {
        return record.getType() == Type.TXT && ((TXTRecord) record).getStrings().contains(SERVFAIL);
    }

    // A name between two that exist exists as well (RFC 8020).
    private static Set<Name> withParents(Set<Name> written) {
        Set<Name> all = new HashSet<>();
        for (Name name : written) {
            for (Name parent = name; all.add(parent) && parent.labels() > 1; ) {
                parent = new Name(parent, 1);
            }
        }
        return Set.copyOf(all);
    }

    private static List<Record> concat(List<Record> left, List<Record> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }

    private static SettingException unreadable(String place, IOException cause) {
        return SettingException.of(
                place,
                "zone file",
                String.valueOf(cause.getMessage()),
                "Write records as in 'example.com. A 192.0.2.1', one a line.");
    }
}
