package org.scora.message;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A color in sRGB.
 *
 * @param rgb red, green and blue of 8 bits each, or {@link #TRANSPARENT}
 */
record HtmlColor(int rgb) {
    private static final int TRANSPARENT = -1;
    private static final int LARGEST_DIFFERENCE = 8;
    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{6})\\b");
    private static final Pattern SHORT_HEX = Pattern.compile("#([0-9a-f])([0-9a-f])([0-9a-f])\\b");
    private static final Pattern RGB = Pattern.compile("rgba?\\( ?(\\d{1,3}) ?[, ] ?(\\d{1,3}) ?[, ] ?(\\d{1,3})\\b.*");
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("transparent", TRANSPARENT),
            Map.entry("white", 0xffffff),
            Map.entry("snow", 0xfffafa),
            Map.entry("ivory", 0xfffff0),
            Map.entry("ghostwhite", 0xf8f8ff),
            Map.entry("whitesmoke", 0xf5f5f5),
            Map.entry("lightgray", 0xd3d3d3),
            Map.entry("lightgrey", 0xd3d3d3),
            Map.entry("silver", 0xc0c0c0),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("black", 0x000000),
            Map.entry("red", 0xff0000),
            Map.entry("maroon", 0x800000),
            Map.entry("yellow", 0xffff00),
            Map.entry("olive", 0x808000),
            Map.entry("lime", 0x00ff00),
            Map.entry("green", 0x008000),
            Map.entry("aqua", 0x00ffff),
            Map.entry("teal", 0x008080),
            Map.entry("blue", 0x0000ff),
            Map.entry("navy", 0x000080),
            Map.entry("fuchsia", 0xff00ff),
            Map.entry("purple", 0x800080),
            Map.entry("orange", 0xffa500));

    /** Reads a color of CSS or of an attribute; empty for one that is not understood. */
    static Optional<HtmlColor> parse(String written) {
        String color = HeaderText.cut(written, 100).strip().toLowerCase(Locale.ROOT);
        Integer named = NAMES.get(color.split(" ", 2)[0]);
        return named == null ? numeric(color) : Optional.of(new HtmlColor(named));
    }

    private static Optional<HtmlColor> numeric(String color) {
        Matcher hex = HEX.matcher(color);
        if (hex.lookingAt()) {
            return Optional.of(new HtmlColor(Integer.parseInt(hex.group(1), 16)));
        }
        Matcher brief = SHORT_HEX.matcher(color);
        if (brief.lookingAt()) {
            return Optional.of(of(brief, 16, 17));
        }
        Matcher rgb = RGB.matcher(color);
        return rgb.lookingAt() ? Optional.of(of(rgb, 10, 1)) : Optional.empty();
    }

    private static HtmlColor of(Matcher channels, int radix, int factor) {
        int rgb = 0;
        for (int i = 1; i <= 3; i++) {
            rgb = rgb << 8 | Math.min(255, Integer.parseInt(channels.group(i), radix) * factor);
        }
        return new HtmlColor(rgb);
    }

    boolean isTransparent() {
        return rgb == TRANSPARENT;
    }

    /** Whether no eye tells the two apart. */
    boolean isLike(HtmlColor other) {
        return differs(other, 16) <= LARGEST_DIFFERENCE
                && differs(other, 8) <= LARGEST_DIFFERENCE
                && differs(other, 0) <= LARGEST_DIFFERENCE;
    }

    private int differs(HtmlColor other, int shift) {
        return Math.abs((rgb >> shift & 0xff) - (other.rgb >> shift & 0xff));
    }
}
