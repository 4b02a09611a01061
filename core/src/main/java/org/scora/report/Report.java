package org.scora.report;

import java.util.List;
import org.scora.report.advice.Advice;
import org.scora.report.contents.Contents;

/** The numbers of a report and what they advise, before any words. */
public record Report(Contents contents, List<Advice> advice) {
    public Report {
        advice = List.copyOf(advice);
    }
}
