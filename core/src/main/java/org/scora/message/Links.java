package org.scora.message;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the links of one message up to a limit. */
final class Links {
    static final int LONGEST_VISIBLE = 500;
    private static final int LONGEST_TARGET = 2000;
    // No part of this can match in two ways, so a scan takes linear time whatever the text.
    private static final Pattern BARE =
            Pattern.compile("(?:https?://|www\\.)[^\\s<>\"\\u0000-\\u0020]{1,2000}", Pattern.CASE_INSENSITIVE);
    private static final CharMatcher CLOSING = CharMatcher.anyOf(".,;:!?)]}'*_>");
    // Readers of links leave these out wherever they stand (WHATWG URL Standard, section 4.4).
    private static final CharMatcher LEFT_OUT = CharMatcher.anyOf("\t\r\n");

    private final List<Link> links = new ArrayList<>();
    private final int most;
    private final Defects defects;

    Links(int most, Defects defects) {
        this.most = most;
        this.defects = defects;
    }

    void add(String target, String visibleText) {
        if (isFull()) {
            defects.add(Defect.Kind.NOT_READ_WHOLE, "There are more than " + most + " links.");
            return;
        }
        String trimmed = LEFT_OUT.removeFrom(target).strip();
        if (!trimmed.isEmpty()) {
            links.add(new Link(HeaderText.cut(trimmed, LONGEST_TARGET), visibleText.strip()));
        }
    }

    /** Adds the addresses that stand bare in a text, as mail programs make links of them. */
    void addBare(String text) {
        Matcher matcher = BARE.matcher(text);
        while (!isFull() && matcher.find()) {
            String target = CLOSING.trimTrailingFrom(matcher.group());
            add(target, HeaderText.cut(target, LONGEST_VISIBLE));
        }
        if (isFull() && matcher.find()) {
            add(matcher.group(), "");
        }
    }

    List<Link> toList() {
        return List.copyOf(links);
    }

    private boolean isFull() {
        return links.size() >= most;
    }
}
