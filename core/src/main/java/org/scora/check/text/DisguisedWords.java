package org.scora.check.text;

import java.util.ArrayList;
import java.util.List;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Are words written so that people read them and filters do not: with marks that do not show, foreign letters, gaps, digits? */
public final class DisguisedWords implements Check {
    static final String INVISIBLE = "WORDS_WITH_INVISIBLE";
    static final String MIXED = "WORDS_OF_TWO_SCRIPTS";
    static final String SPACED = "WORDS_SPACED_OUT";
    static final String DIGITS = "WORDS_WITH_DIGITS";
    static final String PADDED = "TEXT_PADDED";

    private static final int TEXT_AT_MOST = 30_000;
    private static final int INVISIBLE_AT_LEAST = 3;
    private static final int MIXED_AT_LEAST = 2;
    private static final int EMPTY_LINES_AT_LEAST = 25;

    @Override
    public String name() {
        return "disguised-words";
    }

    @Override
    public List<String> findings() {
        return List.of(INVISIBLE, MIXED, SPACED, DIGITS, PADDED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        String all = message.subject() + "\n" + message.text();
        String text = all.substring(0, Math.min(TEXT_AT_MOST, all.length()));
        List<Finding> findings = new ArrayList<>();
        foreign(ForeignMarks.in(text), findings);
        SpelledOut.gappedWord(text).ifPresent(word -> findings.add(new Finding(SPACED, "the text has: " + word)));
        SpelledOut.wordWithDigits(text).ifPresent(word -> findings.add(new Finding(DIGITS, "the text has: " + word)));
        int emptyLines = SpelledOut.emptyLinesWithin(text);
        if (emptyLines >= EMPTY_LINES_AT_LEAST) {
            findings.add(new Finding(PADDED, emptyLines + " empty lines stand within the text"));
        }
        return CheckResult.of(findings);
    }

    private static void foreign(ForeignMarks marks, List<Finding> findings) {
        if (marks.invisible() >= INVISIBLE_AT_LEAST) {
            findings.add(new Finding(INVISIBLE, marks.invisible() + " marks that do not show stand within words"));
        }
        if (marks.mixed().size() >= MIXED_AT_LEAST) {
            findings.add(new Finding(MIXED, "words of two scripts: " + String.join(", ", marks.mixed())));
        }
    }
}
