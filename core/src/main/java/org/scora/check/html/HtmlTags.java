package org.scora.check.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How often each element begins in an HTML text, counted in one pass without building a document. */
final class HtmlTags {
    private static final int LONGEST_NAME = 12;

    private final Map<String, Integer> counts = new HashMap<>();

    static HtmlTags of(String html) {
        HtmlTags tags = new HtmlTags();
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            int end = at + 1;
            while (end < html.length() && end - at <= LONGEST_NAME && Character.isLetterOrDigit(html.charAt(end))) {
                end++;
            }
            if (end > at + 1) {
                tags.counts.merge(html.substring(at + 1, end).toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        return tags;
    }

    int count(String element) {
        return counts.getOrDefault(element, 0);
    }
}
