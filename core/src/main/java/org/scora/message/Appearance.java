package org.scora.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * How a text at some place of an HTML document looks, as far as inline styles and attributes say. Style sheets are not
 * read: where one may have set the background, it counts as unknown, and nothing as hidden by its color.
 *
 * @param noContent within the head and the like, which is neither seen nor hidden
 * @param gone taken out for good: display none, no size, no opacity
 * @param invisible visibility hidden, which an element within may undo
 * @param tiny a font of no size, which an element within may undo
 */
record Appearance(
        boolean noContent,
        boolean gone,
        boolean invisible,
        boolean tiny,
        Optional<HtmlColor> color,
        Optional<HtmlColor> background) {
    static final Appearance INITIAL = new Appearance(false, false, false, false, Optional.empty(), Optional.empty());

    private static final Set<String> NO_CONTENT =
            Set.of("head", "title", "style", "script", "template", "noframes", "object", "datalist");

    /** How the inside of an element looks that stands in a place of this appearance. */
    static Appearance of(Element element, Appearance around, boolean styleSheet) {
        Map<String, String> style = InlineStyle.of(element.attr("style"));
        return new Appearance(
                around.noContent || NO_CONTENT.contains(element.normalName()),
                around.gone || element.hasAttr("hidden") || InlineStyle.removes(style),
                InlineStyle.isInvisible(style).orElse(around.invisible),
                InlineStyle.isTiny(style, around.tiny),
                color(element, style).or(around::color),
                background(element, style, styleSheet, around.background));
    }

    boolean isNoContent() {
        return noContent;
    }

    boolean isHidden() {
        return gone || invisible || tiny || isSameColor();
    }

    private boolean isSameColor() {
        return color.filter(HtmlColor::isTransparent).isPresent()
                || (color.isPresent() && background.filter(color.get()::isLike).isPresent());
    }

    private static Optional<HtmlColor> color(Element element, Map<String, String> style) {
        return Optional.ofNullable(style.get("color"))
                .or(() -> attribute(element, element.nameIs("body") ? "text" : "color"))
                .flatMap(HtmlColor::parse);
    }

    private static Optional<HtmlColor> background(
            Element element, Map<String, String> style, boolean styleSheet, Optional<HtmlColor> around) {
        Optional<String> written = Optional.ofNullable(style.get("background-color"))
                .or(() -> Optional.ofNullable(style.get("background")))
                .or(() -> attribute(element, "bgcolor"));
        boolean picture = style.containsKey("background-image")
                || element.hasAttr("background")
                || written.filter(text -> text.contains("url(") || text.contains("gradient"))
                        .isPresent();
        if (picture || (styleSheet && written.isEmpty() && (element.hasAttr("class") || element.hasAttr("id")))) {
            return Optional.empty();
        }
        return written.flatMap(HtmlColor::parse)
                .filter(color -> !color.isTransparent())
                .or(() -> around);
    }

    private static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.attr(name)).filter(value -> !value.isBlank());
    }
}
