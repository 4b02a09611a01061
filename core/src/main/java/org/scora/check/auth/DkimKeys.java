package org.scora.check.auth;

import java.util.Optional;
import java.util.function.Predicate;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.message.Authentication.Result;

/** Fetches a signer's key and lets it judge (RFC 6376 section 6.1.2). */
final class DkimKeys {
    private final Dns dns;

    DkimKeys(Dns dns) {
        this.dns = dns;
    }

    /**
     * What a signature is worth.
     *
     * @param verification whether the signature is valid by the key
     */
    Result judge(String algorithm, String selector, String domain, Predicate<DkimKey> verification) {
        if (algorithm.equals("rsa-sha1")) {
            // RFC 8301 section 3.1: SHA-1 proves nothing any more.
            return Result.POLICY;
        }
        if (!algorithm.equals("rsa-sha256") && !algorithm.equals("ed25519-sha256")) {
            return Result.NEUTRAL;
        }
        DnsAnswer<String> answer = dns.txt(selector + "._domainkey." + domain);
        if (answer.failed()) {
            return Result.TEMPERROR;
        }
        Optional<DkimKey> key = answer.records().stream()
                .flatMap(record -> DkimKey.parse(record).stream())
                .filter(candidate -> candidate.fits(algorithm))
                .findFirst();
        if (key.isPresent() && !key.get().isStrong()) {
            return Result.POLICY;
        }
        return key.filter(verification).isPresent() ? Result.PASS : Result.FAIL;
    }
}
