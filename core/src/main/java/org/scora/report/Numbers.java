package org.scora.report;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them in a language. */
final class Numbers {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final int LEAST_DECIMALS = 1;
    private static final int MOST_DECIMALS = 4;

    private final Locale locale;

    Numbers(Locale locale) {
        this.locale = locale;
    }

    /** Such as {@code 4,312}. */
    String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Such as {@code 58 %}; never rounded to nothing or to all, which would hide a message. */
    String share(long part, long all) {
        return percent(part, all) + "\u00a0%";
    }

    /** The share as a whole number from 0 to 100; from 1 to 99 for a part that is neither nothing nor all. */
    static long percent(long part, long all) {
        if (part == 0 || part == all) {
            return part == 0 ? 0 : 100;
        }
        return Math.min(99, Math.max(1, Math.round(100.0 * part / all)));
    }

    /** A small share with as many decimals as it takes to see something, such as {@code 0.08 %}. */
    String fine(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        double percent = 100 * share;
        int decimals = percent == 0 ? 0 : (int) Math.ceil(-Math.log10(percent)) + 1;
        format.setMaximumFractionDigits(
                percent >= 10 ? 0 : Math.max(LEAST_DECIMALS, Math.min(MOST_DECIMALS, decimals)));
        return format.format(percent) + "\u00a0%";
    }

    /** A number of messages that was reckoned, such as {@code 3.1}. */
    String reckoned(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(number < 10 ? 1 : 0);
        return format.format(number);
    }

    /** Text with the language's sign in place of the decimal point. */
    String decimal(String english) {
        return english.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    /** Such as {@code 40 s}, {@code 12 min} or {@code 5 h}. */
    static String duration(Duration length) {
        long seconds = length.getSeconds();
        if (seconds < 2 * MINUTE) {
            return Math.max(1, seconds) + "\u00a0s";
        }
        return seconds < 2 * HOUR ? seconds / MINUTE + "\u00a0min" : seconds / HOUR + "\u00a0h";
    }
}
