package org.scora.dns;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one of a domain's own name servers says of its MX records.
 *
 * @param server the name server, as the NS record has it
 * @param answer the MX records, the smallest preference first
 * @param ttl how long others may remember the records, as the server itself hands it out; zero when there are none
 */
public record PublishedMx(String server, DnsAnswer<MailExchanger> answer, Duration ttl) {

    /** The records as text, alike for alike sets whatever their order: "5 mx1.example.net, 20 mx2.example.net". */
    public String text() {
        return text(answer.records());
    }

    /** A set of records as text. */
    public static String text(List<MailExchanger> records) {
        return records.stream()
                .map(record -> record.preference() + " " + record.host().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
