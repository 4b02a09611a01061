package org.scora.check.text;

import com.google.common.base.CharMatcher;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Ways to write a word apart, each found in one pass over a text. */
final class SpelledOut {
    private static final String SEPARATORS = " ._*-";
    private static final int LETTERS_AT_LEAST = 6;
    private static final int LETTERS_NAMED = 40;

    private static final boolean[] OF_WORD =
            tableOf("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@$!|./=_-:");
    private static final String STAND_INS = "013457@$!|";
    private static final boolean[] STAND_IN = tableOf(STAND_INS);
    private static final String STOOD_FOR = "oieastasil";
    private static final int LONGEST_WORD = 12;
    // Words that are worth hiding.
    private static final Set<String> HIDDEN_WORDS = Set.of(
            "viagra",
            "cialis",
            "casino",
            "bitcoin",
            "porn",
            "penis",
            "lottery",
            "password",
            "account",
            "pills",
            "paypal",
            "pharmacy",
            "invoice",
            "investment",
            "crypto",
            "erection",
            "naked",
            "sexy",
            "orgasm");

    private SpelledOut() {}

    /** A word with the same gap between all its letters, such as "c-a-s-i-n-o". */
    static Optional<String> gappedWord(String text) {
        for (int i = 0; i + 3 < text.length(); i++) {
            char gap = text.charAt(i + 1);
            if (gap == text.charAt(i + 3) && SEPARATORS.indexOf(gap) >= 0 && isAlone(text, i)) {
                int end = gappedEnd(text, i, gap);
                if (end - i >= 2 * LETTERS_AT_LEAST - 1) {
                    return Optional.of(text.substring(i, Math.min(end, i + LETTERS_NAMED)));
                }
                i = end - 1;
            }
        }
        return Optional.empty();
    }

    private static boolean isAlone(String text, int at) {
        return isLetter(text.charAt(at))
                && (at == 0
                        || !Character.isLetterOrDigit(text.charAt(at - 1)) && "'’&".indexOf(text.charAt(at - 1)) < 0);
    }

    /** Behind the last letter that has the gap before it and is not the first of a word. */
    private static int gappedEnd(String text, int begin, char gap) {
        int end = begin + 1;
        while (end + 1 < text.length()
                && text.charAt(end) == gap
                && isLetter(text.charAt(end + 1))
                && (end + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 2)))) {
            end += 2;
        }
        return end;
    }

    private static boolean isLetter(char letter) {
        return letter < 0x250 && Character.isLetter(letter);
    }

    /** A word with digits or signs for some of its letters, such as "p4ssword". */
    static Optional<String> wordWithDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isIn(OF_WORD, text.charAt(i))) {
                int begin = i;
                boolean standIn = false;
                for (; i < text.length() && isIn(OF_WORD, text.charAt(i)); i++) {
                    standIn |= isIn(STAND_IN, text.charAt(i));
                }
                if (standIn && i - begin <= LONGEST_WORD && isHiddenWord(text.substring(begin, i))) {
                    return Optional.of(text.substring(begin, i));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean[] tableOf(String letters) {
        boolean[] table = new boolean[128];
        letters.chars().forEach(letter -> table[letter] = true);
        return table;
    }

    private static boolean isIn(boolean[] table, char letter) {
        return letter < table.length && table[letter];
    }

    private static boolean isHiddenWord(String written) {
        // An exclamation mark or a full stop at the end belongs to the sentence.
        String word = CharMatcher.anyOf("!.:-").trimTrailingFrom(written).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(word);
        for (int i = 0; i < plain.length(); i++) {
            int index = STAND_INS.indexOf(plain.charAt(i));
            if (index >= 0) {
                plain.setCharAt(i, STOOD_FOR.charAt(index));
            }
        }
        return !plain.toString().equals(word) && HIDDEN_WORDS.contains(plain.toString());
    }

    /** The longest run of empty lines that has text behind it. */
    static int emptyLinesWithin(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\n') {
                run++;
            } else if (letter > ' ' && !Character.isWhitespace(letter) && letter != '\u00a0') {
                longest = Math.max(longest, run - 1);
                run = 0;
            }
        }
        return longest;
    }
}
