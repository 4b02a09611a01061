package org.scora.check.auth;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.MailExchanger;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TextParseException;

/** Lets the SPF library ask our DNS. One for each evaluation: it remembers whether a question failed. */
final class JspfDns implements DNSService {
    // RFC 7208 section 4.6.4
    private static final int RECORDS_AT_MOST = 10;

    private final Dns dns;
    private final String gatewayHostname;
    private volatile boolean failed;

    JspfDns(Dns dns, String gatewayHostname) {
        this.dns = dns;
        this.gatewayHostname = gatewayHostname;
    }

    boolean failed() {
        return failed;
    }

    /** A list that the library may change; null, as it expects, when there are no records. */
    @Override
    public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
        String name = request.getHostname();
        return switch (request.getRecordType()) {
            case DNSRequest.TXT -> values(dns.txt(name), text -> true, Function.identity());
            case DNSRequest.A ->
                values(dns.addresses(name), Inet4Address.class::isInstance, InetAddress::getHostAddress);
            case DNSRequest.AAAA ->
                values(dns.addresses(name), Inet6Address.class::isInstance, InetAddress::getHostAddress);
            case DNSRequest.MX ->
                values(dns.mx(name), exchanger -> !exchanger.host().isEmpty(), MailExchanger::host);
            case DNSRequest.PTR -> names(name);
            default -> null;
        };
    }

    private @Nullable List<String> names(String reverseName) throws TimeoutException {
        try {
            return values(dns.names(ReverseMap.fromName(reverseName)), name -> true, Function.identity());
        } catch (UnknownHostException | TextParseException e) {
            return null;
        }
    }

    private <T> @Nullable List<String> values(DnsAnswer<T> answer, Predicate<T> wanted, Function<T, String> toText)
            throws TimeoutException {
        if (answer.failed()) {
            failed = true;
            throw new TimeoutException("the DNS did not answer");
        }
        List<String> values = new ArrayList<>();
        answer.records().stream()
                .filter(wanted)
                .limit(RECORDS_AT_MOST)
                .map(toText)
                .forEach(values::add);
        return values.isEmpty() ? null : values;
    }

    @Override
    public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("asked one after the other only"));
    }

    @Override
    public List<String> getLocalDomainNames() {
        return List.of(gatewayHostname);
    }

    /** Our DNS has its own time limit. */
    @Override
    public void setTimeOut(int timeOut) {}

    @Override
    public int getRecordLimit() {
        return RECORDS_AT_MOST;
    }

    @Override
    public void setRecordLimit(int recordLimit) {}
}
