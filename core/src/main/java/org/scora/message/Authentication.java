package org.scora.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is proven about who sent a message: the results that RFC 8601 reports.
 *
 * @param spf result for the envelope's sender, or for HELO when the sender is null (RFC 7208)
 * @param spfDomain the domain that SPF was asked about
 * @param dkim one result a signature, in the message's order (RFC 6376)
 * @param dmarc result for the domain in From (RFC 7489)
 * @param fromDomain the domain in From; empty when there is none, or more than one
 * @param aligned whether SPF or DKIM passed for the domain in From, or one with the same organizational domain
 * @param arc whether the chain of those who passed the message on is unbroken (RFC 8617)
 */
public record Authentication(
        Result spf,
        Optional<String> spfDomain,
        List<Signature> dkim,
        Result dmarc,
        Optional<String> fromDomain,
        boolean aligned,
        Result arc) {

    /** Results in the words of RFC 8601 section 2.7. */
    public enum Result {
        NONE,
        PASS,
        FAIL,
        SOFTFAIL,
        NEUTRAL,
        POLICY,
        TEMPERROR,
        PERMERROR;

        /** The word as it stands in a header. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One DKIM signature.
     *
     * @param domain the d= tag
     * @param selector the s= tag
     */
    public record Signature(Result result, String domain, String selector) {}

    public Authentication {
        dkim = List.copyOf(dkim);
    }

    /** For a message that tells of no ARC chain. */
    public Authentication(
            Result spf,
            Optional<String> spfDomain,
            List<Signature> dkim,
            Result dmarc,
            Optional<String> fromDomain,
            boolean aligned) {
        this(spf, spfDomain, dkim, dmarc, fromDomain, aligned, Result.NONE);
    }

    /** For a message about whose sender nothing could be found out. */
    public static Authentication none() {
        return new Authentication(Result.NONE, Optional.empty(), List.of(), Result.NONE, Optional.empty(), false);
    }

    /** Whether SPF passed for this domain, or a DKIM signature of it is valid: what an allowlist may rely on. */
    public boolean proves(String domain) {
        boolean bySpf =
                spf == Result.PASS && spfDomain.filter(domain::equalsIgnoreCase).isPresent();
        return bySpf
                || dkim.stream()
                        .anyMatch(signature -> signature.result() == Result.PASS
                                && signature.domain().equalsIgnoreCase(domain));
    }
}
