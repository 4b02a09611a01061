package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.message.ReceiptId;
import spark.Service;

/** What happened to a message. */
public final class JournalRoutes implements Routes {
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
        service.get(getBasePath() + "/:receipt", answering(this::lines));
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
