package org.scora.check.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as its words alone: in lower case, without accents, with one blank before, between and after the words. What does not
 * show between letters is left out, so that "pa&#8203;y" is "pay".
 */
final class PlainWords {
    private static final char APOSTROPHE = '\u2019';
    private static final char[] FOLDED = folded();

    private PlainWords() {}

    /** At most as many letters as asked for. */
    static String of(String text, int lettersAtMost) {
        int end = Math.min(text.length(), lettersAtMost);
        char[] words = new char[end + 2];
        words[0] = ' ';
        int length = 1;
        for (int i = 0; i < end; i++) {
            char letter = text.charAt(i);
            char plain = letter < FOLDED.length ? FOLDED[letter] : beyondLatin(letter);
            if (plain != 0 && (plain != ' ' || words[length - 1] != ' ')) {
                words[length++] = plain;
            }
        }
        if (words[length - 1] != ' ') {
            words[length++] = ' ';
        }
        return new String(words, 0, length);
    }

    /**
     * A phrase as it is looked for: with blanks around where whole words are meant. Scripts that do not separate words have
     * none.
     */
    static String ofPhrase(String written) {
        boolean open = written.endsWith("*");
        String words = of(open ? written.substring(0, written.length() - 1) : written, Integer.MAX_VALUE - 8);
        if (words.codePoints().anyMatch(Character::isIdeographic)) {
            return words.strip();
        }
        return open ? words.stripTrailing() : words;
    }

    private static char beyondLatin(char letter) {
        if (letter == APOSTROPHE || Character.getType(letter) == Character.FORMAT) {
            return 0;
        }
        return Character.isLetterOrDigit(letter) || Character.isSurrogate(letter) ? Character.toLowerCase(letter) : ' ';
    }

    private static char[] folded() {
        char[] table = new char[0x250];
        for (char letter = 0; letter < table.length; letter++) {
            String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT);
            table[letter] = Character.isLetterOrDigit(letter) ? apart.charAt(0) : ' ';
        }
        // What joins the parts of a word rather than parts words: "don't", a soft hyphen.
        table['\''] = 0;
        table['\u00ad'] = 0;
        return table;
    }
}
