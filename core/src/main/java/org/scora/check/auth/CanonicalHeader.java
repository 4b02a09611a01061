package org.scora.check.auth;

import com.google.common.base.CharMatcher;
import java.util.Locale;
import java.util.regex.Pattern;

/** Header fields in DKIM's canonical forms (RFC 6376 sections 3.4.1 and 3.4.2), without a last CRLF. */
final class CanonicalHeader {
    private static final Pattern LINE_ENDS = Pattern.compile("\r\n");
    private static final CharMatcher BLANK = CharMatcher.anyOf(" \t");
    private static final Pattern BLANKS = Pattern.compile("[ \t]++");
    // Nothing of this can match in two ways, so that it takes linear time.
    private static final Pattern SIGNATURE = Pattern.compile("((?:^|;)\\s*+b\\s*+=)[^;]*+");

    private CanonicalHeader() {}

    static String of(String field, boolean relaxed) {
        return relaxed ? relaxed(field) : field;
    }

    static String relaxed(String field) {
        int colon = field.indexOf(':');
        String value = LINE_ENDS.matcher(field.substring(colon + 1)).replaceAll("");
        return field.substring(0, colon).strip().toLowerCase(Locale.ROOT)
                + ":"
                + BLANK.trimFrom(BLANKS.matcher(value).replaceAll(" "));
    }

    /** The field as it was before it was signed: with an empty b= (section 3.7). */
    static String unsigned(String field) {
        int colon = field.indexOf(':');
        return field.substring(0, colon + 1)
                + SIGNATURE.matcher(field.substring(colon + 1)).replaceFirst("$1");
    }
}
