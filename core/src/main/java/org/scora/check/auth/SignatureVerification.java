package org.scora.check.auth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scora.message.Authentication.Result;

/** Whether one signature on header and body is valid (RFC 6376 section 6.1). */
final class SignatureVerification {
    // Section 3.5, t=: a sender's clock may be a little ahead.
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(5);

    private final DkimKeys keys;
    private final Clock clock;

    SignatureVerification(DkimKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    Result verify(DkimMessage message, DkimSignature signature) {
        if (!isValidNow(signature)) {
            return Result.FAIL;
        }
        Result result = keys.judge(
                signature.algorithm(),
                signature.selector(),
                signature.domain(),
                key -> mayBeUsed(key, signature) && isValid(message, signature, key));
        // Section 8.2: anything may have been added behind what was signed.
        return result == Result.PASS && leavesOut(message, signature) ? Result.POLICY : result;
    }

    private boolean isValidNow(DkimSignature signature) {
        Instant now = clock.instant();
        long soon = now.plus(CLOCK_DRIFT).getEpochSecond();
        return signature.signedAt().orElse(0L) <= soon
                && signature.expiresAt().orElse(Long.MAX_VALUE) >= now.getEpochSecond();
    }

    private static boolean mayBeUsed(DkimKey key, DkimSignature signature) {
        return !key.exactIdentity() || signature.identity().equals(signature.domain());
    }

    private static boolean isValid(DkimMessage message, DkimSignature signature, DkimKey key) {
        byte[] hash = message.bodyHash(signature.relaxedBody(), signature.bodyLimit());
        return MessageDigest.isEqual(hash, signature.bodyHash())
                && key.verifies(
                        signedData(
                                message,
                                signature.signedFields(),
                                CanonicalHeader.unsigned(signature.field()),
                                signature.relaxedHeader()),
                        signature.signature());
    }

    private static boolean leavesOut(DkimMessage message, DkimSignature signature) {
        return signature.bodyLimit().isPresent()
                && signature.bodyLimit().getAsLong() < message.bodyLength(signature.relaxedBody());
    }

    /**
     * Section 3.7: the fields that are signed, the lowest of a name first, then the signature's own field.
     *
     * @param unsigned that field with an empty b=
     */
    static byte[] signedData(DkimMessage message, List<String> signedFields, String unsigned, boolean relaxed) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        Map<String, Integer> used = new HashMap<>();
        for (String name : signedFields) {
            List<String> fields = message.fields(name);
            int count = used.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
            if (count <= fields.size()) {
                String field = fields.get(fields.size() - count);
                data.writeBytes(bytes(CanonicalHeader.of(field, relaxed) + "\r\n"));
            }
        }
        data.writeBytes(bytes(CanonicalHeader.of(unsigned, relaxed)));
        return data.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
