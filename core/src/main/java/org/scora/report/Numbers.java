package org.scora.report;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people read them in English. */
final class Numbers {
    private Numbers() {}

    /** Such as {@code 4,312}. */
    static String whole(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    /** Such as {@code 1 message} and {@code 4,312 messages}. */
    static String counted(long number, String one, String many) {
        return whole(number) + " " + (number == 1 ? one : many);
    }

    /** Such as {@code 58 %}; never rounded to nothing or to all, which would hide a message. */
    static String share(long part, long all) {
        return percent(part, all) + " %";
    }

    /** The share as a whole number from 0 to 100; from 1 to 99 for a part that is neither nothing nor all. */
    static long percent(long part, long all) {
        if (part == 0 || part == all) {
            return part == 0 ? 0 : 100;
        }
        return Math.min(99, Math.max(1, Math.round(100.0 * part / all)));
    }
}
