package org.scora.message;

import com.google.common.base.CharMatcher;
import org.jspecify.annotations.Nullable;

/** Text that grows to a limit and no further. */
final class BoundedText {
    private static final CharMatcher BLANKS = CharMatcher.whitespace();

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    // Many ask for it, once it is complete.
    private @Nullable String whole;

    BoundedText(int longest) {
        this.longest = longest;
    }

    /** Adds as it is. */
    void append(String more) {
        whole = null;
        text.append(more, 0, Math.min(more.length(), longest - text.length()));
    }

    /** Adds as HTML shows it: any run of white space as one blank, and none at the start of a line. */
    void appendCollapsed(String more) {
        whole = null;
        for (int i = 0; i < more.length() && text.length() < longest; i++) {
            char letter = more.charAt(i);
            if (!BLANKS.matches(letter)) {
                text.append(letter);
            } else if (!endsWithBlank()) {
                text.append(' ');
            }
        }
    }

    /** Starts a new line unless one was just started. */
    void breakLine() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            append("\n");
        }
    }

    private boolean endsWithBlank() {
        return text.length() == 0 || BLANKS.matches(text.charAt(text.length() - 1));
    }

    @Override
    public String toString() {
        String made = whole;
        if (made == null) {
            made = text.toString();
            whole = made;
        }
        return made;
    }
}
