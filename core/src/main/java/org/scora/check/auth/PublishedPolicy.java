package org.scora.check.auth;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Authentication.Result;
import org.scora.message.Envelope;

/** What a domain publishes about mail in its name: for who looks at a domain, not at a message. */
public final class PublishedPolicy {
    private final Dns dns;
    private final String gatewayHostname;

    public PublishedPolicy(Dns dns, String gatewayHostname) {
        this.dns = dns;
        this.gatewayHostname = gatewayHostname;
    }

    /**
     * What the domain wants done with mail that does not prove to be its own.
     *
     * @param policy none, quarantine or reject; empty when there is no DMARC record that holds
     */
    public record Dmarc(boolean failed, Optional<String> policy) {}

    /** What SPF says of mail from an address in the domain's name (RFC 7208). */
    public Result spf(String domain, InetAddress client) {
        Envelope envelope = new Envelope(
                Optional.of(client), Optional.of(gatewayHostname), Optional.of("postmaster@" + domain), List.of());
        return new SpfEvaluation(dns, gatewayHostname).evaluate(envelope).result();
    }

    /** Its DMARC record, or that of its organizational domain (RFC 7489 section 6.6.3). */
    public Dmarc dmarc(String domain) {
        String organization = PublicSuffixes.bundled().organizationalDomain(domain);
        DnsAnswer<String> own = dns.txt("_dmarc." + domain);
        boolean askOrganization =
                own.records().stream().noneMatch(DmarcRecord::isDmarc) && !organization.equals(domain) && !own.failed();
        DnsAnswer<String> answer = askOrganization ? dns.txt("_dmarc." + organization) : own;
        List<String> records =
                answer.records().stream().filter(DmarcRecord::isDmarc).toList();
        Optional<DmarcRecord> record = records.size() == 1 ? DmarcRecord.parse(records.get(0)) : Optional.empty();
        return new Dmarc(
                answer.failed(),
                record.map(found -> (askOrganization ? found.subdomains() : found.policy())
                        .name()
                        .toLowerCase(Locale.ROOT)));
    }
}
