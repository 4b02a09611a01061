package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.journal.Journal;
import org.scora.journal.Outcome;
import org.scora.message.Outbox;
import org.scora.message.ReceiptId;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.Quarantine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Service;

/** Held messages: what is there, and letting it go. */
public final class QuarantineRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(QuarantineRoutes.class);
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 1000;

    private final Quarantine quarantine;
    private final Outbox outbox;
    private final Journal journal;

    @Inject
    public QuarantineRoutes(Quarantine quarantine, Outbox outbox, Journal journal) {
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.journal = journal;
    }

    /**
     * What a release did.
     *
     * @param released recipients to whom the message goes now
     * @param before recipients to whom it had been released before
     * @param lost recipients to whom it can not be released, since its content is gone
     */
    public record Release(String receipt, List<String> released, List<String> before, List<Lost> lost) {}

    /**
     * What can not be released.
     *
     * @param place where the content would have to be
     */
    public record Lost(List<String> recipients, String place) {}

    @Override
    public String getBasePath() {
        return "/scora/quarantine";
    }

    @Override
    public void define(Service service) {
        String one = getBasePath() + "/:message";
        service.get(getBasePath(), answering(this::list));
        service.get(one, answering(request -> views(held(request))));
        service.post(one + "/release", answering(this::release));
    }

    private List<HeldView> list(AdminRequest request) {
        Optional<String> domain = request.query("domain").map(AdminRequest::domain);
        return views(quarantine.list(domain, request.limit(SHOWN, MOST_SHOWN)));
    }

    private Release release(AdminRequest request) {
        List<String> released = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<Lost> lost = new ArrayList<>();
        List<HeldMessage> parts = held(request);
        for (HeldMessage part : parts) {
            try {
                (release(part) ? released : before).addAll(part.recipients());
            } catch (MissingContent e) {
                LOGGER.error("{} can not be released: {}", part.receipt(), e.getMessage());
                lost.add(new Lost(part.recipients(), e.place()));
            }
        }
        return new Release(parts.get(0).receipt(), released, before, lost);
    }

    private boolean release(HeldMessage part) {
        boolean now = quarantine.release(part, outbox);
        if (now) {
            part.recipients()
                    .forEach(recipient ->
                            journal.update(part.receipt(), recipient, Outcome.RELEASED, "released by the operator"));
        }
        return now;
    }

    private List<HeldMessage> held(AdminRequest request) {
        String name = request.part(":message");
        List<HeldMessage> found = quarantine
                .find(name)
                .map(List::of)
                .or(() -> ReceiptId.parse(name).map(receipt -> quarantine.byReceipt(receipt.text())))
                .orElse(List.of());
        if (found.isEmpty()) {
            throw AdminProblem.notFound(
                    "no message " + name + " is in quarantine", "See what is: scora quarantine list");
        }
        return found;
    }

    private static List<HeldView> views(List<HeldMessage> messages) {
        return messages.stream().map(HeldView::of).toList();
    }
}
