package org.scora.check.html;

import java.util.List;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/**
 * Does the HTML carry much text that the reader does not see, as is done to confuse filters? A hidden first line for the
 * preview is usual, so short texts do not count.
 */
public final class HiddenText implements Check {
    static final String FINDING = "HIDDEN_TEXT";

    private static final int LETTERS_AT_LEAST = 400;
    private static final int EVIDENCE_LETTERS = 80;

    @Override
    public String name() {
        return "hidden-text";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String hidden = message.hiddenText();
        long letters = letters(hidden);
        if (letters < LETTERS_AT_LEAST || letters < letters(message.text())) {
            return CheckResult.notFound();
        }
        String begin = hidden.strip();
        return CheckResult.found(
                FINDING,
                letters + " letters are hidden, beginning with: "
                        + begin.substring(0, Math.min(EVIDENCE_LETTERS, begin.length())));
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }
}
