package org.scora.check.text;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/** Does the text name an address to which digital coins can be sent? The checksums are verified, so other codes do not count. */
public final class CryptoAddress implements Check {
    static final String FINDING = "CRYPTO_ADDRESS";

    private static final int TEXT_AT_MOST = 30_000;
    private static final int LENGTH_AT_LEAST = 26;
    private static final Pattern CANDIDATE =
            Pattern.compile("[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}|0x[0-9a-fA-F]{40}");
    // Within addresses of the web and encoded data stand strings of all kinds.
    private static final CharMatcher OF_WORD = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("/=_-+%"))
            .precomputed();

    @Override
    public String name() {
        return "crypto-address";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String text = message.text();
        int end = Math.min(TEXT_AT_MOST, text.length());
        int begin = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || !OF_WORD.matches(text.charAt(i))) {
                if (i - begin >= LENGTH_AT_LEAST && isAddress(text.substring(begin, i))) {
                    return CheckResult.found(FINDING, "the text names " + text.substring(begin, i));
                }
                begin = i + 1;
            }
        }
        return CheckResult.notFound();
    }

    private static boolean isAddress(String candidate) {
        if (!CANDIDATE.matcher(candidate).matches()) {
            return false;
        }
        if (candidate.startsWith("bc1")) {
            return CoinChecksums.isBech32(candidate);
        }
        return candidate.startsWith("0x") || CoinChecksums.isBase58(candidate);
    }
}
