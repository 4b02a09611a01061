package org.scora.report.contents;

import java.util.Map;
import java.util.Optional;
import org.scora.journal.Journal;
import org.scora.journal.Opinions;
import org.scora.journal.Totals;
import org.scora.policy.CategoryRule;
import org.scora.policy.SenderLists;
import org.scora.score.Category;

/** Where the numbers of a report come from. */
public record Sources(Journal journal, Totals totals, Opinions opinions, SenderLists lists, Rules rules) {

    /** What is done with unwanted mail. */
    public interface Rules {
        /** Those of a domain; without one, those that hold where nothing else is set. */
        Map<Category, CategoryRule> of(Optional<String> domain);
    }
}
