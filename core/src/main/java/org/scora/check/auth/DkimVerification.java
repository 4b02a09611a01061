package org.scora.check.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;
import org.jspecify.annotations.Nullable;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;

/** DKIM signatures (RFC 6376) on a message's bytes as they came. */
final class DkimVerification {
    // RFC 6376 section 3.5, t=: a sender's clock may be a little ahead.
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(5);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Dns dns;
    private final Clock clock;

    DkimVerification(Dns dns, Clock clock) {
        this.dns = dns;
        this.clock = clock;
    }

    /** One result for each of the first signatures, in the message's order. */
    List<Signature> verify(byte[] source) {
        RawMessage message = new RawMessage(source);
        List<String> fields = message.getFields(RawMessage.SIGNATURE);
        if (fields.isEmpty()) {
            return List.of();
        }
        return verify(message).stream()
                .sorted(Comparator.comparingInt(result -> fields.indexOf(fieldOf(result, fields))))
                .map(result -> signature(result, fieldOf(result, fields)))
                .toList();
    }

    private List<org.apache.james.jdkim.api.Result> verify(RawMessage message) {
        DKIMVerifier verifier = new PatientVerifier(keys());
        try {
            verifier.verify(message, message.body());
        } catch (FailException e) {
            // No signature is valid: the results say why.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return verifier.getResults();
    }

    private PublicKeyRecordRetriever keys() {
        return (method, selector, domain) -> {
            DnsAnswer<String> answer = dns.txt(selector + "._domainkey." + domain);
            if (answer.failed()) {
                throw new TempFailException("the DNS did not answer for the key");
            }
            return answer.records();
        };
    }

    /** The header field that a result is about: the library gives the field for a failure, and its b= for a success. */
    private static String fieldOf(org.apache.james.jdkim.api.Result result, List<String> fields) {
        String raw = result.getDkimRawField();
        CharSequence value = result.getRecord().getRawSignature();
        return fields.stream()
                .filter(field ->
                        field.equals(raw) || value != null && compact(field).contains(compact(value)))
                .findFirst()
                .orElse(fields.get(0));
    }

    private static Signature signature(org.apache.james.jdkim.api.Result result, String field) {
        return new Signature(resultOf(result, tag(field, "a")), tag(field, "d"), tag(field, "s"));
    }

    private static Result resultOf(org.apache.james.jdkim.api.Result result, String algorithm) {
        if (algorithm.equals("ed25519-sha256")) {
            // RFC 8463 is beyond the library: that it can not be verified says nothing about the signature.
            return Result.NEUTRAL;
        }
        return switch (result.getResultType()) {
            // RFC 8301 section 3.1: SHA-1 proves nothing any more.
            case PASS -> algorithm.equals("rsa-sha1") ? Result.POLICY : Result.PASS;
            case FAIL -> Result.FAIL;
            case TEMPERROR -> Result.TEMPERROR;
            case NONE, POLICY, NEUTRAL, PERMERROR -> Result.PERMERROR;
        };
    }

    private static String tag(String field, String name) {
        String value = field.substring(field.indexOf(':') + 1);
        Matcher matcher = Pattern.compile("(?:^|;)\\s{0,200}" + name + "\\s{0,200}=([^;]{0,300})")
                .matcher(value);
        return matcher.find() ? compact(matcher.group(1)) : "";
    }

    private static String compact(CharSequence text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    /** Takes signatures of a clock that is a little ahead, which the library would refuse. */
    private final class PatientVerifier extends DKIMVerifier {
        PatientVerifier(PublicKeyRecordRetriever keys) {
            super(keys);
        }

        @Override
        public SignatureRecord newSignatureRecord(String record) {
            return new SignatureRecordImpl(record) {
                @Override
                public @Nullable Long getSignatureTimestamp() {
                    Long time = super.getSignatureTimestamp();
                    Instant soon = clock.instant().plus(CLOCK_DRIFT);
                    return time != null && time <= soon.getEpochSecond() ? null : time;
                }
            };
        }
    }
}
