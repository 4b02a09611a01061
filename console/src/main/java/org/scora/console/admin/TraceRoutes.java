package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import com.google.common.base.Splitter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.DomainNames;
import org.scora.journal.Trace;
import org.scora.journal.TraceQuery;
import org.scora.journal.Tracing;
import org.scora.message.ReceiptId;
import spark.Service;

/** Where a message is. */
public final class TraceRoutes implements Routes {
    private static final int SHOWN = 20;
    private static final int MOST_SHOWN = 1000;
    private static final int MOST_WORDS = 10;
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings().limit(MOST_WORDS);

    private final Tracing tracing;

    @Inject
    public TraceRoutes(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public String getBasePath() {
        return "/scora/trace";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath(), answering(this::find));
    }

    private Trace find(AdminRequest request) {
        TraceQuery query = new TraceQuery(
                request.query("sender").map(TraceRoutes::who),
                request.query("recipient").map(TraceRoutes::who),
                request.query("subject").map(WORDS::splitToList).orElse(List.of()),
                request.query("message-id"),
                request.query("receipt").map(TraceRoutes::receipt),
                request.query("client"),
                request.time("from"),
                request.time("until"),
                request.limit(SHOWN, MOST_SHOWN));
        if (!query.saysSomething()) {
            throw AdminProblem.badRequest(
                    "nothing is said about the message",
                    "Name a sender, a recipient, words of the subject, a Message-ID, a client or a receipt.");
        }
        return tracing.find(query, zone(request));
    }

    // A domain in the form in which it stands in the journal; an address as it is.
    private static String who(String text) {
        return text.indexOf('@') > 0
                ? text
                : AdminRequest.valid(
                        () -> DomainNames.parse(text.startsWith("@") ? text.substring(1) : text),
                        "Expected an address or a domain.");
    }

    private static String receipt(String text) {
        return ReceiptId.parse(text)
                .map(ReceiptId::text)
                .orElseThrow(() -> AdminProblem.badRequest(
                        "'" + text + "' is not a receipt", "A receipt looks like 4QX7-M2DA-9KTW."));
    }

    private static ZoneId zone(AdminRequest request) {
        Optional<String> zone = request.query("zone");
        try {
            return ZoneId.of(zone.orElse("UTC"));
        } catch (DateTimeException e) {
            throw AdminProblem.badRequest("'" + zone.orElse("") + "' is not a time zone", "Expected one such as UTC.");
        }
    }
}
