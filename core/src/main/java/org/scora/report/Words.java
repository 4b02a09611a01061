package org.scora.report;

import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.policy.Disposition;
import org.scora.score.Explanation;

/** What dispositions and outcomes are called in a report. */
final class Words {
    private Words() {}

    /** The manual's names: Normal, FlagSubject, Quarantine, Delete. */
    static String of(Disposition disposition) {
        return capitalized(disposition.word());
    }

    /** With its first letter in upper case. */
    static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What became of a message. */
    static String of(Outcome outcome) {
        return switch (outcome) {
            case QUEUED -> "waiting";
            case DELIVERED -> "delivered";
            case HELD -> "held";
            case RELEASED -> "released";
            case DELETED -> "deleted";
            case RETURNED -> "returned";
            case FAILED -> "not processed";
            case REFUSED -> "refused";
        };
    }

    /** Such as {@code 4 waiting}, not to be broken within. */
    static String counted(OutcomeCount count) {
        boolean wasHeld = count.disposition() == Disposition.QUARANTINE
                && (count.outcome() == Outcome.DELIVERED || count.outcome() == Outcome.RETURNED);
        String words = Numbers.whole(count.count()) + (wasHeld ? " released and " : " ") + of(count.outcome());
        return words.replace(' ', '\u00a0');
    }

    /** Category letter and certainty; a message that was not scored has none. */
    static String certainty(JournalLine line) {
        return line.score() == 0 && line.findings().isEmpty()
                ? "not scored"
                : line.category().letter() + ": " + Explanation.certainty(line.score());
    }
}
