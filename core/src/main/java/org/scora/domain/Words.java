package org.scora.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words by which people know constants, such as {@code ask-server}, in commands and in files. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of them, the way they complete "expected one of ...". */
    public static String all(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", "));
    }

    /**
     * Reads a word without regard to case.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static <E extends Enum<E>> E parse(E[] constants, String text) {
        return Arrays.stream(constants)
                .filter(constant -> of(constant).equalsIgnoreCase(text.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of " + all(constants)));
    }
}
