package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.OutcomeCount;
import org.scora.message.ReceiptId;
import spark.Service;

/** What happened to a message, and to all messages of a time. */
public final class JournalRoutes implements Routes {
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 1000;

    private final Journal journal;

    @Inject
    public JournalRoutes(Journal journal) {
        this.journal = journal;
    }

    @Override
    public String getBasePath() {
        return "/scora/journal";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath(), answering(this::between));
        service.get(getBasePath() + "/counts", answering(this::counts));
        service.get(getBasePath() + "/:receipt", answering(this::lines));
    }

    private List<JournalLine> between(AdminRequest request) {
        return journal.between(
                request.query("domain").map(AdminRequest::domain),
                request.time("from"),
                request.time("until"),
                request.limit(SHOWN, MOST_SHOWN));
    }

    private List<OutcomeCount> counts(AdminRequest request) {
        String domain = request.query("domain")
                .orElseThrow(() -> AdminProblem.badRequest("no domain is named", "Add ?domain=example.com."));
        return journal.counts(AdminRequest.domain(domain), request.time("from"), request.time("until"));
    }

    private List<JournalLine> lines(AdminRequest request) {
        String written = request.part(":receipt");
        ReceiptId receipt = ReceiptId.parse(written)
                .orElseThrow(() -> AdminProblem.badRequest(
                        "'" + written + "' is not a receipt", "A receipt looks like 4QX7-M2DA-9KTW."));
        List<JournalLine> lines = journal.byReceipt(receipt.text());
        if (lines.isEmpty()) {
            throw AdminProblem.notFound(
                    "no message with the receipt " + receipt + " is in the journal",
                    "Compare it with the header X-Scora-Id, or with the answer that the sender got.");
        }
        return lines;
    }
}
