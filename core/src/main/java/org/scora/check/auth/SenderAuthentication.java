package org.scora.check.auth;

import java.net.IDN;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/**
 * Who is proven to have sent the message: SPF, DKIM, DMARC and ARC. A DNS failure proves nothing either way. What a trusted
 * sealer vouches for is not held against the message.
 */
public final class SenderAuthentication implements Check {
    static final String SPF_PASS = "SPF_PASS";
    static final String SPF_FAIL = "SPF_FAIL";
    static final String SPF_SOFTFAIL = "SPF_SOFTFAIL";
    static final String DKIM_PASS = "DKIM_PASS";
    static final String DKIM_FAIL = "DKIM_FAIL";
    static final String DMARC_PASS = "DMARC_PASS";
    static final String DMARC_FAIL = "DMARC_FAIL";
    static final String DMARC_FAIL_QUARANTINE = "DMARC_FAIL_QUARANTINE";
    static final String DMARC_FAIL_REJECT = "DMARC_FAIL_REJECT";
    static final String ARC_VOUCHED = "ARC_VOUCHED";

    /** What a forwarder breaks without meaning harm. */
    private static final Set<String> BROKEN_BY_FORWARDING =
            Set.of(SPF_FAIL, SPF_SOFTFAIL, DKIM_FAIL, DMARC_FAIL, DMARC_FAIL_QUARANTINE, DMARC_FAIL_REJECT);

    private final SpfEvaluation spf;
    private final DkimVerification dkim;
    private final DmarcEvaluation dmarc;
    private final ArcValidation arc;
    private final TrustedSealers sealers;

    /**
     * @param trustedSealers domains of those whose ARC seals count, in lower case
     * @param gatewayHostname this gateway's name, for SPF's macros
     * @param clock for the times in signatures
     */
    public SenderAuthentication(
            Dns dns, PublicSuffixes suffixes, Set<String> trustedSealers, String gatewayHostname, Clock clock) {
        DkimKeys keys = new DkimKeys(dns);
        SignatureVerification verification = new SignatureVerification(keys, clock);
        this.spf = new SpfEvaluation(dns, gatewayHostname);
        this.dkim = new DkimVerification(verification);
        this.dmarc = new DmarcEvaluation(dns, suffixes);
        this.arc = new ArcValidation(verification, keys);
        this.sealers = new TrustedSealers(trustedSealers);
    }

    @Override
    public String name() {
        return "sender-authentication";
    }

    @Override
    public List<String> findings() {
        return List.of(
                SPF_PASS,
                SPF_FAIL,
                SPF_SOFTFAIL,
                DKIM_PASS,
                DKIM_FAIL,
                DMARC_PASS,
                DMARC_FAIL,
                DMARC_FAIL_QUARANTINE,
                DMARC_FAIL_REJECT,
                ARC_VOUCHED);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        DkimMessage signed = new DkimMessage(message.source());
        SpfEvaluation.Answer bySpf = spf.evaluate(message.envelope());
        List<Signature> byDkim = dkim.verify(signed);
        ArcValidation.Answer byArc = arc.validate(signed);
        Optional<String> fromDomain = fromDomain(message);
        DmarcEvaluation.Answer byDmarc = fromDomain
                .map(domain -> dmarc.evaluate(domain, bySpf, byDkim))
                .orElseGet(() -> new DmarcEvaluation.Answer(Result.NONE, DmarcRecord.Policy.NONE, false));
        Authentication authentication = new Authentication(
                bySpf.result(),
                bySpf.domain(),
                byDkim,
                byDmarc.result(),
                fromDomain,
                byDmarc.aligned(),
                byArc.result());
        List<Finding> findings = findings(authentication, byDmarc, message);
        return new CheckResult.Authenticated(
                authentication,
                byDmarc.result() == Result.FAIL ? vouchedFor(findings, byArc, fromDomain.orElse("")) : findings,
                undecided(authentication));
    }

    private List<Finding> vouchedFor(List<Finding> findings, ArcValidation.Answer byArc, String fromDomain) {
        return sealers.vouching(byArc, fromDomain)
                .map(sealer -> Stream.concat(
                                Stream.of(new Finding(ARC_VOUCHED, sealer + " found DMARC to pass for " + fromDomain)),
                                findings.stream().filter(finding -> !BROKEN_BY_FORWARDING.contains(finding.name())))
                        .toList())
                .orElse(findings);
    }

    private static List<Finding> findings(
            Authentication authentication, DmarcEvaluation.Answer byDmarc, IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        bySpf(authentication, message).ifPresent(findings::add);
        byDkim(authentication.dkim()).ifPresent(findings::add);
        byDmarc(byDmarc, authentication.fromDomain().orElse("")).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> bySpf(Authentication authentication, IncomingMessage message) {
        String client = message.envelope()
                .clientAddress()
                .map(address -> address.getHostAddress())
                .orElse("");
        String evidence = client + " for " + authentication.spfDomain().orElse("");
        return switch (authentication.spf()) {
            case PASS -> Optional.of(new Finding(SPF_PASS, evidence));
            case FAIL -> Optional.of(new Finding(SPF_FAIL, evidence));
            case SOFTFAIL -> Optional.of(new Finding(SPF_SOFTFAIL, evidence));
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> byDkim(List<Signature> signatures) {
        List<Signature> valid = signatures.stream()
                .filter(signature -> signature.result() == Result.PASS)
                .toList();
        if (!valid.isEmpty()) {
            return Optional.of(new Finding(DKIM_PASS, "signed by " + domains(valid)));
        }
        boolean allFail = signatures.stream().allMatch(signature -> signature.result() == Result.FAIL);
        return allFail && !signatures.isEmpty()
                ? Optional.of(new Finding(DKIM_FAIL, "signed in the name of " + domains(signatures)))
                : Optional.empty();
    }

    private static Optional<Finding> byDmarc(DmarcEvaluation.Answer answer, String fromDomain) {
        if (answer.result() == Result.PASS) {
            return Optional.of(new Finding(DMARC_PASS, "From is of " + fromDomain));
        }
        if (answer.result() != Result.FAIL) {
            return Optional.empty();
        }
        String name = switch (answer.policy()) {
            case NONE -> DMARC_FAIL;
            case QUARANTINE -> DMARC_FAIL_QUARANTINE;
            case REJECT -> DMARC_FAIL_REJECT;
        };
        return Optional.of(new Finding(name, "From claims to be of " + fromDomain));
    }

    private static String domains(List<Signature> signatures) {
        return signatures.stream().map(Signature::domain).distinct().collect(Collectors.joining(", "));
    }

    private static Optional<String> undecided(Authentication authentication) {
        List<String> parts = new ArrayList<>();
        if (authentication.spf() == Result.TEMPERROR) {
            parts.add("SPF");
        }
        if (authentication.dkim().stream().anyMatch(signature -> signature.result() == Result.TEMPERROR)) {
            parts.add("DKIM");
        }
        if (authentication.dmarc() == Result.TEMPERROR) {
            parts.add("DMARC");
        }
        if (authentication.arc() == Result.TEMPERROR) {
            parts.add("ARC");
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("the DNS did not answer for " + String.join(", ", parts));
    }

    /** The one domain in From; with several there is no telling whom to ask (RFC 7489 section 6.6.1). */
    private static Optional<String> fromDomain(IncomingMessage message) {
        List<String> domains = message.from().stream()
                .flatMap(mailbox -> Addresses.domainOf(mailbox.address()).stream())
                .map(SenderAuthentication::ascii)
                .distinct()
                .toList();
        return message.headers("From").size() == 1 && domains.size() == 1
                ? Optional.of(domains.get(0))
                : Optional.empty();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
