package org.scora.learn;

import java.util.Locale;
import org.scora.message.HeaderField;
import org.scora.message.IncomingMessage;

/**
 * The third view of a message: how it is put together, whatever it says. Which header follows which, and the sequence of
 * the tags of its HTML, up to three in a row. Who makes mail by a template leaves both in every message.
 */
final class Structure {
    private static final int HEADERS = 100;
    private static final int HTML_CHARACTERS = 8000;
    private static final int TAG_CHARACTERS = 11;

    private final FeatureSet features;

    private Structure(FeatureSet features) {
        this.features = features;
    }

    static void collect(IncomingMessage message, FeatureSet features) {
        Structure structure = new Structure(features);
        structure.headers(message);
        structure.tags(message.html());
    }

    private void headers(IncomingMessage message) {
        String before = "";
        int left = HEADERS;
        for (HeaderField field : message.headers()) {
            if (left-- == 0) {
                return;
            }
            String name = field.name().toLowerCase(Locale.ROOT);
            features.add(Hash.feature("header", before + " " + name));
            before = name;
        }
    }

    private void tags(String html) {
        String before = "";
        String beforeThat = "";
        int end = Math.min(html.length(), HTML_CHARACTERS);
        for (int start = html.indexOf('<'); start >= 0 && start < end; start = html.indexOf('<', start + 1)) {
            String tag = tagAt(html, start + 1, end);
            if (!tag.isEmpty()) {
                features.add(Hash.feature("tag", tag));
                features.add(Hash.feature("tags", before + " " + tag));
                features.add(Hash.feature("tags", beforeThat + " " + before + " " + tag));
                beforeThat = before;
                before = tag;
            }
        }
    }

    /** The name of the tag behind a bracket, with a slash when it closes; empty when that is no tag. */
    private static String tagAt(String html, int start, int end) {
        int first = start < end && html.charAt(start) == '/' ? start + 1 : start;
        int last = first;
        while (last < Math.min(end, first + TAG_CHARACTERS) && isLetterOrDigit(html.charAt(last))) {
            last++;
        }
        return last == first || Character.isDigit(html.charAt(first))
                ? ""
                : html.substring(start, last).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
