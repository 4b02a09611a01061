package org.scora.message;

import com.google.common.base.CharMatcher;
import com.google.common.base.Utf8;
import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the bytes of a text into characters, by the charset that is declared or by a good guess. */
final class Charsets {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 4096;
    private static final int LEAST_CONFIDENCE = 30;
    private static final byte ESCAPE = 0x1b;
    private static final Pattern META_CHARSET =
            Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?([a-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final CharMatcher NUL = CharMatcher.is('\0');

    // What mail programs mean by these names: the supersets that the WHATWG Encoding Standard lists for them.
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("big5", "big5-hkscs"));

    private Charsets() {}

    /** The charset that a name in a header stands for; empty when there is none that we can read. */
    static Optional<Charset> known(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(SUPERSETS.getOrDefault(lower, lower)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The charset that an HTML text names for itself within its first kilobyte. */
    static Optional<String> namedInHtml(byte[] html) {
        String start = new String(html, 0, Math.min(html.length, 1024), StandardCharsets.ISO_8859_1);
        Matcher matcher = META_CHARSET.matcher(start);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Decodes a text and leaves out its NULs, which no reader sees.
     *
     * @param declared the charset's name in the header
     */
    static String decode(byte[] text, Optional<String> declared, Defects defects) {
        Optional<Charset> charset = declared.flatMap(Charsets::known);
        if (declared.isPresent() && charset.isEmpty()) {
            defects.add(
                    Defect.Kind.UNKNOWN_CHARSET,
                    "A text is in the charset '" + HeaderText.forPeople(declared.get()) + "', which is not known.");
        }
        // Mail that says US-ASCII and is not is so common that it counts as saying nothing.
        Charset effective = charset.filter(known -> !known.equals(StandardCharsets.US_ASCII))
                .orElseGet(() -> guess(text));
        String decoded = new String(text, effective);
        if (charset.isPresent() && isBroken(decoded)) {
            defects.add(
                    Defect.Kind.BAD_ENCODING, "A text has bytes that mean nothing in its charset " + effective + ".");
        }
        return NUL.removeFrom(decoded);
    }

    // At the very end stands what a reading limit cut through.
    private static boolean isBroken(String decoded) {
        int replaced = decoded.indexOf('\uFFFD');
        return replaced >= 0 && replaced < decoded.length() - 1;
    }

    private static Charset guess(byte[] text) {
        if (isPlainAscii(text)) {
            return StandardCharsets.US_ASCII;
        }
        if (Utf8.isWellFormed(text, 0, endOfLastCharacter(text))) {
            return StandardCharsets.UTF_8;
        }
        CharsetMatch match = new CharsetDetector()
                .setText(Arrays.copyOf(text, Math.min(text.length, SAMPLE)))
                .detect();
        return Optional.ofNullable(match)
                .filter(best -> best.getConfidence() >= LEAST_CONFIDENCE)
                .flatMap(best -> known(best.getName()))
                .orElse(WINDOWS_1252);
    }

    private static boolean isPlainAscii(byte[] text) {
        for (byte letter : text) {
            if (letter < 0 || letter == ESCAPE) {
                return false;
            }
        }
        return true;
    }

    // A text that was cut at a limit may end within a character of UTF-8, whose later bytes are 10xxxxxx.
    private static int endOfLastCharacter(byte[] text) {
        int start = text.length - 1;
        while (start > Math.max(0, text.length - 4) && (text[start] & 0xc0) == 0x80) {
            start--;
        }
        return Utf8.isWellFormed(text, start, text.length - start) ? text.length : start;
    }
}
