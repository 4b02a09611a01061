package org.scora.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the declarations of a style attribute, as far as they hide text (CSS 2.2). */
final class InlineStyle {
    private static final int LONGEST = 4000;
    private static final Pattern ZERO = Pattern.compile("[+-]?0*(\\.0*)?(px|pt|em|rem|ex|%|in|cm|mm|pc|vw|vh)?");
    // In fonts of one or two pixels nobody reads, either.
    private static final Pattern TINY = Pattern.compile("[12]?(\\.\\d{0,9})?(px|pt)");
    private static final Pattern OFF_SCREEN = Pattern.compile("-\\d{4,9}(\\.\\d{0,9})?(px|pt|em|%)?");
    private static final Pattern RELATIVE = Pattern.compile(".*(em|ex|%|larger|smaller|inherit)");

    private InlineStyle() {}

    /** Values by property, both in lower case; the last declaration of a property wins. */
    static Map<String, String> of(String attribute) {
        if (attribute.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        String style = HeaderText.cut(attribute, LONGEST).toLowerCase(Locale.ROOT);
        for (String declaration : style.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration.substring(colon + 1).replace("!important", "");
                values.put(declaration.substring(0, colon).strip(), value.strip());
            }
        }
        return values;
    }

    /** Whether an element is taken out with all that is in it. */
    static boolean removes(Map<String, String> style) {
        boolean clipped = is(style, "overflow", "hidden")
                && (isZero(style, "height")
                        || isZero(style, "max-height")
                        || isZero(style, "width")
                        || isZero(style, "max-width"));
        return clipped
                || isOffScreen(style)
                || is(style, "display", "none")
                || isZero(style, "opacity")
                || is(style, "mso-hide", "all");
    }

    /** Whether it stands thousands of pixels beside the page, where nobody scrolls to. */
    private static boolean isOffScreen(Map<String, String> style) {
        return OFF_SCREEN.matcher(style.getOrDefault("text-indent", "")).matches()
                || (is(style, "position", "absolute") || is(style, "position", "fixed"))
                        && (OFF_SCREEN.matcher(style.getOrDefault("left", "")).matches()
                                || OFF_SCREEN
                                        .matcher(style.getOrDefault("top", ""))
                                        .matches());
    }

    /** What an element says about its visibility; empty when it says nothing. */
    static Optional<Boolean> isInvisible(Map<String, String> style) {
        return Optional.ofNullable(style.get("visibility"))
                .map(value -> value.equals("hidden") || value.equals("collapse"));
    }

    /** Whether the font has no size that can be read; a relative size of nothing is nothing. */
    static boolean isTiny(Map<String, String> style, boolean around) {
        String size = style.getOrDefault("font-size", "");
        if (size.isEmpty()) {
            return around;
        }
        return isZero(style, "font-size")
                || TINY.matcher(size).matches()
                || (around && RELATIVE.matcher(size).matches());
    }

    private static boolean is(Map<String, String> style, String property, String value) {
        return value.equals(style.get(property));
    }

    private static boolean isZero(Map<String, String> style, String property) {
        String value = style.getOrDefault(property, "");
        return value.startsWith("0") || value.startsWith(".0") || value.startsWith("+") || value.startsWith("-")
                ? ZERO.matcher(value).matches()
                : false;
    }
}
