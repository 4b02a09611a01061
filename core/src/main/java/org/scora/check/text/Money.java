package org.scora.check.text;

import com.google.common.base.CharMatcher;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The sums of money in a text.
 *
 * @param sums how many there are
 * @param great one of a million or more, as it was written
 */
record Money(int sums, Optional<String> great) {
    private static final CharMatcher NUMBER = CharMatcher.inRange('0', '9').or(CharMatcher.anyOf(".,'"));
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final String SIGNS = "$€£¥";
    private static final Set<String> CODES =
            Set.of("usd", "us", "eur", "gbp", "euro", "euros", "dollar", "dollars", "pounds", "btc");
    private static final Set<String> MILLIONS =
            Set.of("million", "millions", "millionen", "millones", "milhões", "milioni", "mio", "m", "billion");
    private static final int AROUND = 12;

    static Money in(String text, int lettersAtMost) {
        int sums = 0;
        Optional<String> great = Optional.empty();
        int end = Math.min(text.length(), lettersAtMost);
        for (int i = 0; i < end; i++) {
            if (DIGITS.matches(text.charAt(i))) {
                int from = i;
                while (i < end && NUMBER.matches(text.charAt(i))) {
                    i++;
                }
                String before = text.substring(Math.max(0, from - AROUND), from).strip();
                String after =
                        text.substring(i, Math.min(text.length(), i + AROUND)).strip();
                if (isMoney(before, after)) {
                    sums++;
                    if (great.isEmpty() && isGreat(text.substring(from, i), after)) {
                        great = Optional.of(text.substring(Math.max(0, from - 3), Math.min(text.length(), i + 8))
                                .strip());
                    }
                }
            }
        }
        return new Money(sums, great);
    }

    private static boolean isMoney(String before, String after) {
        boolean sign = !before.isEmpty() && SIGNS.indexOf(before.charAt(before.length() - 1)) >= 0
                || !after.isEmpty() && SIGNS.indexOf(after.charAt(0)) >= 0;
        return sign || CODES.contains(lastWord(before)) || CODES.contains(firstWord(after)) || isMillions(after);
    }

    private static boolean isGreat(String number, String after) {
        return DIGITS.countIn(number) >= 7 && number.length() > DIGITS.countIn(number) || isMillions(after);
    }

    private static boolean isMillions(String after) {
        return MILLIONS.contains(firstWord(after));
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static String lastWord(String text) {
        int begin = text.length();
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return text.substring(begin).toLowerCase(Locale.ROOT);
    }
}
