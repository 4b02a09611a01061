package org.scora.prefilter;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scora.journal.JournalLine;

/** The journal lines of refusals that are alike, of which the last stands for all that come after it. Thread-safe. */
final class LinesAlike {
    private final Supplier<String> receipts;
    private final Consumer<LinesAlike> grown;
    private int lines;
    private long more;
    private @Nullable Refused lastRefused;
    private @Nullable JournalLine lastLine;

    /** @param grown is told when the last line stands for one more */
    LinesAlike(Supplier<String> receipts, Consumer<LinesAlike> grown) {
        this.receipts = receipts;
        this.grown = grown;
    }

    /**
     * The receipt of a line for this refusal; empty when there is none and no room for one.
     *
     * @param queue takes a line, or refuses it
     */
    synchronized Optional<String> receipt(Refused refused, int mostLines, Predicate<JournalLine> queue) {
        if (lines >= mostLines || !begin(refused, queue)) {
            more++;
            grown.accept(this);
        }
        return last().map(JournalLine::receipt);
    }

    private boolean begin(Refused refused, Predicate<JournalLine> queue) {
        JournalLine line = refused.line(receipts.get());
        if (!queue.test(line)) {
            return false;
        }
        lines++;
        more = 0;
        lastRefused = refused;
        lastLine = line;
        return true;
    }

    synchronized Optional<JournalLine> last() {
        return Optional.ofNullable(lastLine);
    }

    synchronized String detail() {
        return lastRefused == null ? "" : lastRefused.detail(more);
    }
}
