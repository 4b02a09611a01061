package org.scora.report;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import com.ibm.icu.util.ULocale;
import java.util.regex.Pattern;

/**
 * Makes text of strangers fit to be shown: one line, bounded, without what would reorder or hide the text around it,
 * and without anything that a mail program would turn into a link. Escaping for HTML is the template's part.
 */
public final class Harmless {
    private static final int READ_AT_MOST = 4000;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    // Format characters reorder text (Unicode UAX 9) or are invisible. Joiners and emoji style stay: writing needs
    // them.
    private static final UnicodeSetSpanner INVISIBLE = new UnicodeSetSpanner(new UnicodeSet(
                    "[[:Cf:][:Co:][:Default_Ignorable_Code_Point:][:Noncharacter_Code_Point:]-[\\u200c\\u200d\\ufe0f]]")
            .freeze());

    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    // Marks piled upon one letter would cover the lines above and below it.
    private static final Pattern PILED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

    private static final Pattern LINKED = Pattern.compile("(?<=\\S)(?=[.\\u3002\\uff0e\\uff61]\\p{L}|[@\\uff20]|:\\S)");
    private static final String WORD_JOINER = "\u2060";

    private Harmless() {}

    /**
     * Text that can be shown.
     *
     * @param most how many code points are kept
     */
    public static String text(String hostile, int most) {
        return unlinked(line(hostile, most));
    }

    /** The same, of a line's length. */
    public static String text(String hostile) {
        return unlinked(line(hostile));
    }

    /** The same, but a name in it can still be copied, or followed: for names that an administrator entered. */
    public static String line(String text) {
        return line(text, 255);
    }

    /** The same, of at most so many code points. */
    public static String line(String hostile, int most) {
        String visible = hostile.substring(0, Math.min(hostile.length(), READ_AT_MOST));
        visible = LONE_SURROGATE.matcher(visible).replaceAll("\ufffd");
        visible = INVISIBLE.deleteFrom(visible).toString();
        visible = SPACE.matcher(visible).replaceAll(" ");
        visible = PILED_MARKS.matcher(visible).replaceAll("$1");
        return cut(visible.strip(), most);
    }

    /** The same text with word joiners (U+2060, without width) where a mail program would see a link or an address. */
    public static String unlinked(String text) {
        return LINKED.matcher(text).replaceAll(WORD_JOINER);
    }

    // Never within a character as a reader sees it, unless a single one is too long.
    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int end = text.offsetByCodePoints(0, most);
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        int whole = characters.preceding(end + 1);
        return text.substring(0, whole > 0 ? whole : end).strip() + "…";
    }
}
