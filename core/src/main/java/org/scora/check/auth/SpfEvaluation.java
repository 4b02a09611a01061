package org.scora.check.auth;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.jspf.impl.SPF;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.message.Addresses;
import org.scora.message.Authentication.Result;
import org.scora.message.Envelope;

/** SPF (RFC 7208) for the envelope's sender, or for postmaster at the HELO name when the sender is null. */
final class SpfEvaluation {
    private final Dns dns;
    private final String gatewayHostname;

    SpfEvaluation(Dns dns, String gatewayHostname) {
        this.dns = dns;
        this.gatewayHostname = gatewayHostname;
    }

    /**
     * What SPF says.
     *
     * @param domain what was asked about; empty when there was nothing to ask about
     * @param asked whether it is known who connected, so that there was a question at all
     */
    record Answer(Result result, Optional<String> domain, boolean asked) {}

    Answer evaluate(Envelope envelope) {
        if (envelope.clientAddress().isEmpty()) {
            return new Answer(Result.NONE, Optional.empty(), false);
        }
        String helo = envelope.helo().orElse("");
        String sender = envelope.sender().orElse("postmaster@" + helo);
        Optional<String> domain = Addresses.domainOf(sender).filter(name -> name.contains("."));
        Result result = domain.map(name -> evaluate(envelope.clientAddress().get(), sender, name, helo))
                .orElse(Result.NONE);
        return new Answer(result, domain, true);
    }

    private Result evaluate(InetAddress client, String sender, String domain, String helo) {
        DnsAnswer<String> texts = dns.txt(domain);
        if (texts.failed()) {
            return Result.TEMPERROR;
        }
        if (texts.records().stream().noneMatch(SpfEvaluation::isSpf)) {
            return Result.NONE;
        }
        JspfDns adapter = new JspfDns(dns, gatewayHostname);
        String word = new SPF(adapter)
                .checkSPF(withoutScope(client.getHostAddress()), sender, helo)
                .getResult();
        Result result = resultOf(word);
        // The library takes some failures for "no match"; only a pass is certain in spite of them.
        return adapter.failed() && result != Result.PASS ? Result.TEMPERROR : result;
    }

    private static boolean isSpf(String text) {
        return text.regionMatches(true, 0, "v=spf1", 0, 6);
    }

    private static String withoutScope(String address) {
        int percent = address.indexOf('%');
        return percent < 0 ? address : address.substring(0, percent);
    }

    private static Result resultOf(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pass" -> Result.PASS;
            case "fail" -> Result.FAIL;
            case "softfail" -> Result.SOFTFAIL;
            case "neutral" -> Result.NEUTRAL;
            case "temperror" -> Result.TEMPERROR;
            case "permerror" -> Result.PERMERROR;
            default -> Result.NONE;
        };
    }
}
