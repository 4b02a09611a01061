package org.scora.report;

import com.google.common.base.Strings;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Lays plain text out in columns of a fixed pitch, where East Asian characters take two places and marks none. */
public final class Columns {
    /** Places in a line: what RFC 5322 section 2.1.1 recommends. */
    static final int WIDTH = 78;

    private Columns() {}

    /** Fills up with spaces behind the text. */
    public static String left(String text, int width) {
        return text + gap(text, width);
    }

    /** Fills up with spaces before the text. */
    public static String right(String text, int width) {
        return gap(text, width) + text;
    }

    /** Breaks text into lines, between words where it can; all but the first begin with this many spaces. */
    public static String wrap(String text, int indent) {
        BreakIterator chances = BreakIterator.getLineInstance(ULocale.ROOT);
        chances.setText(text);
        Lines lines = new Lines(indent);
        int start = chances.first();
        for (int end = chances.next(); end != BreakIterator.DONE; end = chances.next()) {
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines.text();
    }

    /** How many places text takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int codePoint) {
        int type = UCharacter.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int east = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        return east == UCharacter.EastAsianWidth.WIDE || east == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }

    private static String gap(String text, int width) {
        return Strings.repeat(" ", Math.max(0, width - width(text)));
    }

    /** Lines that are being filled. */
    private static final class Lines {
        private final StringBuilder text = new StringBuilder();
        private final int indent;
        private int column;

        Lines(int indent) {
            this.indent = indent;
            this.column = indent;
        }

        void add(String word) {
            if (column > indent && column + width(word.stripTrailing()) > WIDTH) {
                newLine();
            }
            word.codePoints().forEach(this::add);
        }

        private void add(int codePoint) {
            if (column + width(codePoint) > WIDTH && codePoint != ' ') {
                newLine();
            }
            text.appendCodePoint(codePoint);
            column += width(codePoint);
        }

        private void newLine() {
            text.append('\n').append(" ".repeat(indent));
            column = indent;
        }

        String text() {
            return text.toString().replace('\u00a0', ' ').replaceAll(" +(?=\n|$)", "");
        }
    }
}
