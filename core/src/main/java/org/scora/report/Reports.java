package org.scora.report;

import java.util.List;
import org.scora.domain.ProtectedDomain;
import org.scora.message.OutgoingMail;

/** Makes the administrator's report of a protected domain, as a mail. */
public final class Reports {

    /** The report, addressed to these recipients. */
    public OutgoingMail reportFor(ProtectedDomain domain, ReportPeriod period, List<String> recipients) {
        throw new UnsupportedOperationException();
    }
}
