package org.scora.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text, in lower case and with every digit as {@code #}. Where a script writes no spaces between words
 * (Han, Kana, Thai and their neighbors) every character counts as a word.
 */
final class Words {
    private static final int LONGEST = 20;
    private static final int CHARACTERS_AT_MOST = 20_000;

    private Words() {}

    static List<String> of(String text, int most) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int end = Math.min(text.length(), CHARACTERS_AT_MOST);
        for (int i = 0; i < end && words.size() < most; ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (isWordOfItsOwn(character)) {
                finish(word, words);
                words.add(Character.toString(character));
            } else if (belongsToWord(character)) {
                append(word, character);
            } else {
                finish(word, words);
            }
        }
        finish(word, words);
        return words;
    }

    private static boolean isWordOfItsOwn(int character) {
        return character >= 0x0E00
                && (character < 0x0F00 || (character >= 0x3040 && character < 0xA000) || character > 0xFFFF);
    }

    private static boolean belongsToWord(int character) {
        return Character.isLetterOrDigit(character)
                || character == '\''
                || character == '$'
                || character == '!'
                || character == '%';
    }

    private static void append(StringBuilder word, int character) {
        if (word.length() < LONGEST) {
            word.appendCodePoint(Character.isDigit(character) ? '#' : Character.toLowerCase(character));
        }
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
