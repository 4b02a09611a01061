package org.scora.check.known;

import com.google.common.base.CharMatcher;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/** How words look, whatever letters they are written in (Unicode TR 39, confusable detection): "PayPaI" looks like "paypal". */
final class Skeleton {
    private static final CharMatcher ASCII = CharMatcher.ascii();
    private static final CharMatcher AMBIGUOUS = CharMatcher.anyOf("01I|");

    private final SpoofChecker spoofs =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /** Whether a text has anything in it that could be taken for something else; if not, it is what it looks like. */
    static boolean mayMislead(String text) {
        return !ASCII.matchesAllOf(text) || AMBIGUOUS.matchesAnyOf(text) || text.contains("rn");
    }

    /** Two texts of one skeleton are hard to tell apart. In lower case; not meant for people. */
    String of(String text) {
        return spoofs.getSkeleton(text).toLowerCase(Locale.ROOT);
    }
}
