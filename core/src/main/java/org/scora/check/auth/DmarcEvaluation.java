package org.scora.check.auth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.check.auth.DmarcRecord.Policy;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;

/** DMARC (RFC 7489): whether SPF or DKIM prove the domain that people see in From, and what its owner wants if not. */
final class DmarcEvaluation {
    private static final Set<Result> UNDECIDED = Set.of(Result.TEMPERROR, Result.NEUTRAL);

    private final Dns dns;
    private final PublicSuffixes suffixes;

    DmarcEvaluation(Dns dns, PublicSuffixes suffixes) {
        this.dns = dns;
        this.suffixes = suffixes;
    }

    /**
     * What DMARC says.
     *
     * @param policy what the owner wants; for a failure only
     * @param aligned whether the domain in From is proven, be there a DMARC record or not
     */
    record Answer(Result result, Policy policy, boolean aligned) {}

    Answer evaluate(String fromDomain, SpfEvaluation.Answer spf, List<Signature> dkim) {
        boolean aligned = passes(fromDomain, spf, dkim, false, false);
        DnsAnswer<String> own = dns.txt("_dmarc." + fromDomain);
        String organization = suffixes.organizationalDomain(fromDomain);
        boolean askOrganization = records(own).isEmpty() && !organization.equals(fromDomain) && !own.failed();
        DnsAnswer<String> answer = askOrganization ? dns.txt("_dmarc." + organization) : own;
        if (answer.failed()) {
            return new Answer(Result.TEMPERROR, Policy.NONE, aligned);
        }
        // Section 6.6.3: several records are as good as none.
        List<String> records = records(answer);
        Optional<DmarcRecord> record = records.size() == 1 ? DmarcRecord.parse(records.get(0)) : Optional.empty();
        return record.map(found -> judge(found, askOrganization, fromDomain, spf, dkim, aligned))
                .orElseGet(() -> new Answer(Result.NONE, Policy.NONE, aligned));
    }

    private Answer judge(
            DmarcRecord record,
            boolean ofOrganization,
            String fromDomain,
            SpfEvaluation.Answer spf,
            List<Signature> dkim,
            boolean aligned) {
        if (passes(fromDomain, spf, dkim, record.strictSpf(), record.strictDkim())) {
            return new Answer(Result.PASS, Policy.NONE, aligned);
        }
        if (!spf.asked()) {
            return new Answer(Result.NONE, Policy.NONE, aligned);
        }
        if (spf.result() == Result.TEMPERROR || dkim.stream().anyMatch(each -> UNDECIDED.contains(each.result()))) {
            return new Answer(Result.TEMPERROR, Policy.NONE, aligned);
        }
        return new Answer(Result.FAIL, ofOrganization ? record.subdomains() : record.policy(), aligned);
    }

    /** Identifier alignment, section 3.1. */
    private boolean passes(
            String fromDomain, SpfEvaluation.Answer spf, List<Signature> dkim, boolean strictSpf, boolean strictDkim) {
        boolean bySpf = spf.result() == Result.PASS
                && spf.domain()
                        .filter(domain -> isAligned(domain, fromDomain, strictSpf))
                        .isPresent();
        return bySpf
                || dkim.stream()
                        .filter(signature -> signature.result() == Result.PASS)
                        .anyMatch(signature -> isAligned(signature.domain(), fromDomain, strictDkim));
    }

    private boolean isAligned(String domain, String fromDomain, boolean strict) {
        return strict ? domain.equalsIgnoreCase(fromDomain) : suffixes.sameOrganization(domain, fromDomain);
    }

    private static List<String> records(DnsAnswer<String> answer) {
        return answer.records().stream().filter(DmarcRecord::isDmarc).toList();
    }
}
