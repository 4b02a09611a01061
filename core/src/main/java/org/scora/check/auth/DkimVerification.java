package org.scora.check.auth;

import java.util.List;
import java.util.Optional;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;

/** DKIM signatures (RFC 6376, Ed25519: RFC 8463) on a message's bytes as they came. */
final class DkimVerification {
    static final String FIELD = "DKIM-Signature";
    /** No more than a message may reasonably have: each costs a look-up and a hash of the body. */
    static final int SIGNATURES_AT_MOST = 5;

    private final SignatureVerification verification;

    DkimVerification(SignatureVerification verification) {
        this.verification = verification;
    }

    /** One result for each of the first signatures, in the message's order. */
    List<Signature> verify(DkimMessage message) {
        return message.fields(FIELD).stream()
                .limit(SIGNATURES_AT_MOST)
                .map(field -> verify(message, field))
                .toList();
    }

    private Signature verify(DkimMessage message, String field) {
        Optional<TagList> tags = TagList.ofField(field);
        Result result = DkimSignature.ofDkim(field)
                .map(signature -> verification.verify(message, signature))
                .orElse(Result.PERMERROR);
        return new Signature(result, tag(tags, "d"), tag(tags, "s"));
    }

    private static String tag(Optional<TagList> tags, String name) {
        return tags.flatMap(list -> list.get(name)).orElse("");
    }
}
