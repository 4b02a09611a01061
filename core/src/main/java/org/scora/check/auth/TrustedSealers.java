package org.scora.check.auth;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.scora.message.Authentication.Result;

/**
 * Forwarders and mailing lists whose word on a message counts, when they altered it so that nothing else proves it any more
 * (RFC 8617 section 7.2).
 */
final class TrustedSealers {
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    // From the inside out, so that comments in comments go as well.
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*+\\)");
    private static final int COMMENTS_IN_COMMENTS = 5;

    private final Set<String> domains;

    /** @param domains in lower case, as in the d= tag of ARC-Seal */
    TrustedSealers(Set<String> domains) {
        this.domains = Set.copyOf(domains);
    }

    /**
     * Who says that DMARC passed for this domain. Everybody behind that hop has to be trusted too: whoever is not may have
     * written another message before sealing it.
     *
     * @return the sealer's domain
     */
    Optional<String> vouching(ArcValidation.Answer arc, String fromDomain) {
        List<ArcSet> sets = arc.result() == Result.PASS ? arc.sets() : List.of();
        for (int hop = sets.size() - 1;
                hop >= 0 && domains.contains(sets.get(hop).sealer());
                hop--) {
            if (saysPass(sets.get(hop).results(), fromDomain)) {
                return Optional.of(sets.get(hop).sealer());
            }
        }
        return Optional.empty();
    }

    private static boolean saysPass(String results, String fromDomain) {
        String plain =
                QUOTED.matcher(results.substring(results.indexOf(':') + 1)).replaceAll("");
        for (int depth = 0; depth < COMMENTS_IN_COMMENTS; depth++) {
            plain = COMMENT.matcher(plain).replaceAll(" ");
        }
        return Splitter.on(';').splitToStream(plain.toLowerCase(Locale.ROOT)).anyMatch(part -> {
            List<String> words = Splitter.onPattern("\\s+").omitEmptyStrings().splitToList(part);
            return words.contains("dmarc=pass") && words.contains("header.from=" + fromDomain);
        });
    }
}
