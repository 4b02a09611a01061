package org.scora.check.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one hop added to a message (RFC 8617 section 4.1): the three fields as they came, and what the seal says.
 *
 * @param results ARC-Authentication-Results
 * @param signature ARC-Message-Signature
 * @param seal ARC-Seal
 * @param tags of the seal
 */
record ArcSet(String results, String signature, String seal, TagList tags) {
    /** Section 5.2: a chain that is longer fails. */
    static final int SETS_AT_MOST = 50;

    private static final String RESULTS = "ARC-Authentication-Results";
    private static final String SIGNATURE = "ARC-Message-Signature";
    private static final String SEAL = "ARC-Seal";
    private static final int LONGEST_FIELD = 16 * 1024;

    static boolean anyIn(DkimMessage message) {
        return !message.fields(RESULTS).isEmpty()
                || !message.fields(SIGNATURE).isEmpty()
                || !message.fields(SEAL).isEmpty();
    }

    /** The sets from the first hop to the last; empty when they are not complete and numbered from 1 (section 5.2). */
    static Optional<List<ArcSet>> chain(DkimMessage message) {
        int count = message.fields(SEAL).size();
        boolean complete = count >= 1
                && count <= SETS_AT_MOST
                && message.fields(RESULTS).size() == count
                && message.fields(SIGNATURE).size() == count;
        List<ArcSet> chain = new ArrayList<>();
        for (int instance = 1; complete && instance <= count; instance++) {
            set(message, instance).ifPresent(chain::add);
        }
        return Optional.of(chain).filter(sets -> complete && sets.size() == count);
    }

    private static Optional<ArcSet> set(DkimMessage message, int instance) {
        Optional<String> results = field(message, RESULTS, instance);
        Optional<String> signature = field(message, SIGNATURE, instance);
        Optional<String> seal = field(message, SEAL, instance);
        return results.isEmpty() || signature.isEmpty()
                ? Optional.empty()
                : seal.flatMap(field -> TagList.ofField(field)
                        .filter(tags -> isSound(tags, instance))
                        .map(tags -> new ArcSet(results.get(), signature.get(), field, tags)));
    }

    /** Section 4.1.3: nothing but header fields is sealed; the first hop has nothing before it. */
    private static boolean isSound(TagList tags, int instance) {
        return !tags.has("h")
                && !tags.has("bh")
                && tags.has("b")
                && tags.get("cv").equals(Optional.of(instance == 1 ? "none" : "pass"));
    }

    private static Optional<String> field(DkimMessage message, String name, int instance) {
        List<String> found = message.fields(name).stream()
                .filter(field -> field.length() <= LONGEST_FIELD)
                .filter(field -> instanceOf(field) == instance)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The i= tag, which stands first in ARC-Authentication-Results and anywhere in the others. */
    private static long instanceOf(String field) {
        String value = field.substring(field.indexOf(':') + 1);
        int end = value.indexOf(';');
        boolean isResults = field.regionMatches(true, 0, RESULTS, 0, RESULTS.length());
        return TagList.parse(isResults ? value.substring(0, Math.max(0, end)) : value)
                .flatMap(tags -> tags.number("i"))
                .orElse(0L);
    }

    /** The sealer's domain, in lower case. */
    String sealer() {
        return tags.get("d").orElse("").toLowerCase(Locale.ROOT);
    }
}
