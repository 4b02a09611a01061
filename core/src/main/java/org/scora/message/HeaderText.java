package org.scora.message;

import com.google.common.base.CharMatcher;
import com.google.common.base.Utf8;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Makes words for people out of a header field's value: whatever came, the result is short and safe to show. */
final class HeaderText {
    static final int LONGEST = 300;
    private static final int LONGEST_ENCODED = 4000;
    private static final int MOST_ENCODED_WORDS = 200;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final CharMatcher ASCII = CharMatcher.ascii();
    private static final CharMatcher LINE_ENDS_AND_TABS = CharMatcher.anyOf("\t\r\n\u0085\u2028\u2029");
    private static final CharMatcher CONTROLS = CharMatcher.javaIsoControl();
    private static final CharMatcher BIDI_CONTROLS = CharMatcher.inRange('\u202a', '\u202e')
            .or(CharMatcher.inRange('\u2066', '\u2069'))
            .or(CharMatcher.anyOf("\u061c\u200e\u200f"));

    private HeaderText() {}

    /** Decoded (RFC 2047), without control and bidi control characters, on one line, at most {@link #LONGEST} chars. */
    static String forPeople(String value) {
        return cut(BIDI_CONTROLS.removeFrom(plain(decoded(value))).strip(), LONGEST);
    }

    /** Encoded words decoded; a word in a charset that is not known is taken for UTF-8. */
    static String decoded(String value) {
        String text = readable(value, LONGEST_ENCODED);
        return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    }

    /**
     * The beginning of a value, as {@link #guessed}. It ends before an absurd number of encoded words too: those that
     * are broken take the decoder a search to the end of the text each.
     */
    static String readable(String value, int longest) {
        int end = 0;
        for (int words = 0; words < MOST_ENCODED_WORDS && end >= 0; words++) {
            end = value.indexOf("=?", end + 1);
        }
        return guessed(cut(value, end < 0 ? longest : Math.min(end, longest)));
    }

    /** On one line and without control characters, which are no part of any name; lone surrogates become U+FFFD. */
    static String plain(String text) {
        String line = CONTROLS.removeFrom(LINE_ENDS_AND_TABS.replaceFrom(text, ' '));
        return new String(line.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    /**
     * Reads raw 8-bit characters as what they most likely are: UTF-8 if they are valid as that, else windows-1252.
     *
     * @param value one char a byte; a text with higher chars is returned as it is
     */
    static String guessed(String value) {
        if (ASCII.matchesAllOf(value) || value.chars().anyMatch(letter -> letter > 0xff)) {
            return value;
        }
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, Utf8.isWellFormed(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }

    /** The beginning, without half a character at its end. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
