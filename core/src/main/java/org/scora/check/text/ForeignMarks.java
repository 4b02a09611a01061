package org.scora.check.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks and letters that do not belong into the words in which they stand. Marks that do not show are usual in Persian,
 * Arabic, Hebrew, the scripts of India and between emoji; so they count only between Latin letters, which have no use for them.
 *
 * @param invisible how many marks that do not show stand between two Latin letters
 * @param mixed some words of Latin letters and of others that look like them
 */
record ForeignMarks(int invisible, List<String> mixed) {
    private static final int NAMED = 5;
    private static final int WORD_AT_LEAST = 3;
    private static final char BEYOND_LATIN = 0x370;
    // Greek letters that look like those of Latin; others stand in the names of proteins and units.
    private static final String LATIN_IN_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυ";

    static ForeignMarks in(String text) {
        int invisible = 0;
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < BEYOND_LATIN) {
                continue;
            }
            if (isInvisible(letter) && isLatinAt(text, i - 1) && isLatinAt(text, i + 1)) {
                invisible++;
            } else if (looksLatin(letter) && mixed.size() < NAMED) {
                int end = wordEnd(text, i);
                String word = text.substring(wordBegin(text, i), end);
                if (word.length() >= WORD_AT_LEAST && word.chars().anyMatch(ForeignMarks::isStranger)) {
                    mixed.add(word);
                }
                i = end - 1;
            }
        }
        return new ForeignMarks(invisible, mixed);
    }

    private static boolean isInvisible(char letter) {
        return letter >= 0x200b && letter <= 0x200d || letter >= 0x2060 && letter <= 0x2064 || letter == 0xfeff;
    }

    private static boolean looksLatin(char letter) {
        return UnicodeScript.of(letter) == UnicodeScript.CYRILLIC || LATIN_IN_GREEK.indexOf(letter) >= 0;
    }

    private static int wordBegin(String text, int at) {
        int begin = at;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    // Chechen and Kazakh are typed with a Latin I among Cyrillic letters.
    private static boolean isStranger(int letter) {
        return isLatin(letter) && "Iil".indexOf(letter) < 0;
    }

    private static boolean isLatinAt(String text, int at) {
        return at >= 0 && at < text.length() && isLatin(text.charAt(at));
    }

    private static boolean isLatin(int letter) {
        return Character.isLetter(letter) && UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }
}
