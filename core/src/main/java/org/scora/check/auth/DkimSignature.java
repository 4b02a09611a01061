package org.scora.check.auth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What stands in a DKIM-Signature (RFC 6376 section 3.5) or an ARC-Message-Signature (RFC 8617 section 4.1.2).
 *
 * @param field the whole field as it came
 * @param algorithm the a= tag in lower case
 * @param signedFields names of the header fields that are signed, in order
 * @param identity the domain of the i= tag
 * @param bodyLimit how many bytes of the body are signed, when not all are
 * @param signedAt in seconds since 1970
 * @param expiresAt in seconds since 1970
 */
record DkimSignature(
        String field,
        String algorithm,
        String domain,
        String selector,
        List<String> signedFields,
        byte[] bodyHash,
        byte[] signature,
        boolean relaxedHeader,
        boolean relaxedBody,
        OptionalLong bodyLimit,
        String identity,
        Optional<Long> signedAt,
        Optional<Long> expiresAt) {
    private static final int SIGNED_FIELDS_AT_MOST = 500;
    private static final String RELAXED = "relaxed";
    private static final String SIMPLE = "simple";

    DkimSignature {
        signedFields = List.copyOf(signedFields);
    }

    /** Empty for a field that is no valid signature of this form. */
    static Optional<DkimSignature> ofDkim(String field) {
        return TagList.ofField(field)
                .filter(tags -> tags.get("v").equals(Optional.of("1")))
                .filter(tags -> !tags.has("l") || tags.number("l").isPresent())
                .flatMap(tags -> of(tags, field))
                .filter(DkimSignature::isConsistent);
    }

    /** The same for ARC, where i= counts the hops and there is no l=. */
    static Optional<DkimSignature> ofArc(String field) {
        return TagList.ofField(field)
                .filter(tags -> !tags.has("l"))
                .flatMap(tags -> of(tags, field))
                .filter(signature -> signature.signs("from") && !signature.signs("arc-seal"));
    }

    private static Optional<DkimSignature> of(TagList tags, String field) {
        Optional<List<String>> signed = tags.list("h").filter(names -> names.size() <= SIGNED_FIELDS_AT_MOST);
        Optional<byte[]> bodyHash = tags.bytes("bh");
        Optional<byte[]> signature = tags.bytes("b");
        String form = lower(tags.get("c").orElse(SIMPLE));
        List<String> forms = List.of((form.contains("/") ? form : form + "/" + SIMPLE).split("/", -1));
        boolean known = forms.size() == 2 && List.of(RELAXED, SIMPLE).containsAll(forms);
        boolean complete = signed.isPresent() && bodyHash.isPresent() && signature.isPresent();
        if (!known || !complete || !tags.has("a") || !tags.has("d") || !tags.has("s")) {
            return Optional.empty();
        }
        String domain = lower(tags.get("d").orElse(""));
        String identity = tags.get("i").map(DkimSignature::lower).orElse("@" + domain);
        return Optional.of(new DkimSignature(
                field,
                lower(tags.get("a").orElse("")),
                domain,
                tags.get("s").orElse(""),
                signed.get(),
                bodyHash.get(),
                signature.get(),
                forms.get(0).equals(RELAXED),
                forms.get(1).equals(RELAXED),
                tags.number("l").map(OptionalLong::of).orElseGet(OptionalLong::empty),
                identity.substring(identity.lastIndexOf('@') + 1),
                tags.number("t"),
                tags.number("x")));
    }

    private boolean isConsistent() {
        boolean ownIdentity = identity.equals(domain) || identity.endsWith("." + domain);
        boolean times = signedAt.isEmpty() || expiresAt.isEmpty() || signedAt.get() <= expiresAt.get();
        return signs("from") && ownIdentity && times && !domain.isEmpty() && !selector.isEmpty();
    }

    private boolean signs(String name) {
        return signedFields.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
