package org.scora.check.auth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.scora.message.Authentication.Result;

/** Whether the chain of hops that a message tells of is unbroken (RFC 8617 section 5.2). */
final class ArcValidation {
    private final SignatureVerification verification;
    private final DkimKeys keys;

    ArcValidation(SignatureVerification verification, DkimKeys keys) {
        this.verification = verification;
        this.keys = keys;
    }

    /**
     * What came of it.
     *
     * @param result none, pass, fail, or temperror when the DNS did not answer
     * @param sets from the first hop to the last; empty unless the chain passes
     */
    record Answer(Result result, List<ArcSet> sets) {}

    Answer validate(DkimMessage message) {
        if (!ArcSet.anyIn(message)) {
            return new Answer(Result.NONE, List.of());
        }
        Optional<List<ArcSet>> chain = ArcSet.chain(message);
        Result result = chain.map(sets -> validate(message, sets)).orElse(Result.FAIL);
        return new Answer(result, result == Result.PASS ? chain.orElse(List.of()) : List.of());
    }

    /** The last hop's signature, then all seals from the last to the first. */
    private Result validate(DkimMessage message, List<ArcSet> sets) {
        Result result = DkimSignature.ofArc(sets.get(sets.size() - 1).signature())
                .map(signature -> verification.verify(message, signature))
                .orElse(Result.FAIL);
        for (int hops = sets.size(); hops > 0 && result == Result.PASS; hops--) {
            result = seal(sets.subList(0, hops));
        }
        return result == Result.PASS || result == Result.TEMPERROR ? result : Result.FAIL;
    }

    private Result seal(List<ArcSet> sets) {
        TagList tags = sets.get(sets.size() - 1).tags();
        return keys.judge(
                tags.get("a").orElse(""),
                tags.get("s").orElse(""),
                tags.get("d").orElse(""),
                key -> key.verifies(sealedData(sets), tags.bytes("b").orElse(new byte[0])));
    }

    /** Section 5.1.1: all sets so far, the last seal without its signature. */
    private static byte[] sealedData(List<ArcSet> sets) {
        StringBuilder data = new StringBuilder();
        for (ArcSet set : sets) {
            boolean last = set == sets.get(sets.size() - 1);
            data.append(CanonicalHeader.relaxed(set.results())).append("\r\n");
            data.append(CanonicalHeader.relaxed(set.signature())).append("\r\n");
            data.append(CanonicalHeader.relaxed(last ? CanonicalHeader.unsigned(set.seal()) : set.seal()));
            data.append(last ? "" : "\r\n");
        }
        return data.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
