package org.scora.report;

import java.util.List;
import org.scora.journal.JournalLine;
import org.scora.report.ReportView.Act;

/** Where the reader of a report can look at a held message and release it. */
public interface ReportLinks {

    /** Pages that ask before anything happens; none where there are no such pages. */
    List<Act> to(JournalLine line, Wording words);

    /** Without links: then the report names the command. */
    static ReportLinks none() {
        return (line, words) -> List.of();
    }
}
