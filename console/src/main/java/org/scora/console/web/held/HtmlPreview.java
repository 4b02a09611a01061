package org.scora.console.web.held;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.owasp.html.CssSchema;
import org.owasp.html.ElementPolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.scora.report.Harmless;

/**
 * Makes a document out of a stranger's HTML in which nothing is loaded, runs or leads anywhere. A link becomes text that
 * says, when pointed at, where it would have led. The page's policy and the frame's sandbox forbid the same once more.
 */
final class HtmlPreview {
    private static final int LONGEST = 200_000;
    private static final int LONGEST_TARGET = 200;
    private static final String STYLE = "body{margin:1rem;background:#fff;color:#222;font:16px/1.5 sans-serif;"
            + "overflow-wrap:anywhere}.scora-link{color:#1d5fa8;text-decoration:underline dotted}"
            + "table{max-width:100%}";

    private static final ElementPolicy UNLINKED = (element, attributes) -> {
        List<String> kept = ImmutableList.copyOf(attributes);
        attributes.clear();
        int target = kept.indexOf("href");
        if (target >= 0 && target + 1 < kept.size()) {
            attributes.addAll(List.of("title", "leads to " + Harmless.line(kept.get(target + 1), LONGEST_TARGET)));
        }
        attributes.addAll(List.of("class", "scora-link"));
        return "span";
    };

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowCommonBlockElements()
            .allowCommonInlineFormattingElements()
            .allowElements("hr", "br", "pre", "center", "font", "table", "thead", "tbody", "tfoot", "tr", "td", "th")
            .allowElements("caption", "dl", "dt", "dd")
            .allowElements(UNLINKED, "a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("http", "https", "mailto", "ftp", "tel")
            .allowWithoutAttributes("span", "font")
            .allowAttributes("align", "valign", "bgcolor", "width", "height", "cellpadding", "cellspacing", "border")
            .onElements("table", "tr", "td", "th", "p", "div")
            .allowAttributes("colspan", "rowspan")
            .onElements("td", "th")
            .allowAttributes("color", "size")
            .onElements("font")
            .allowStyling(CssSchema.withProperties(List.of(
                    "color",
                    "background-color",
                    "font-weight",
                    "font-style",
                    "font-size",
                    "font-family",
                    "line-height",
                    "text-align",
                    "text-decoration",
                    "padding",
                    "padding-top",
                    "padding-bottom",
                    "padding-left",
                    "padding-right",
                    "border",
                    "border-color",
                    "border-style",
                    "border-width",
                    "width",
                    "max-width")))
            .toFactory();

    private HtmlPreview() {}

    /** The whole document. */
    static String document(String hostile) {
        String html = hostile.substring(0, Math.min(hostile.length(), LONGEST));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Preview</title><style>"
                + STYLE + "</style></head>\n<body>\n" + POLICY.sanitize(html) + "\n</body>\n</html>\n";
    }
}
