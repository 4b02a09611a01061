package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.journal.Journal;
import org.scora.journal.Outcome;
import org.scora.learn.SiteModel;
import org.scora.learn.TrainingSource;
import org.scora.message.Outbox;
import org.scora.message.ReceiptId;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;
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
    private final SiteModel model;

    @Inject
    public QuarantineRoutes(Quarantine quarantine, Outbox outbox, Journal journal, SiteModel model) {
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.journal = journal;
        this.model = model;
    }

    /**
     * What a release did.
     *
     * @param released recipients to whom the message goes now
     * @param before recipients to whom it had been released before
     * @param lost recipients to whom it can not be released, since its content is gone
     * @param learned whether it was taught as wanted mail, and for the first time
     */
    public record Release(
            String receipt, List<String> released, List<String> before, List<Lost> lost, boolean learned) {}

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
        boolean learned = false;
        for (HeldMessage part : parts) {
            try {
                boolean now = release(part);
                (now ? released : before).addAll(part.recipients());
                learned |= now && learn(part, request.account());
            } catch (MissingContent e) {
                LOGGER.error("{} can not be released: {}", part.receipt(), e.getMessage());
                lost.add(new Lost(part.recipients(), e.place()));
            }
        }
        return new Release(parts.get(0).receipt(), released, before, lost, learned);
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

    /** What is let go was wanted. A virus that somebody wants to see is not. The mail is on its way, so no failure counts. */
    private boolean learn(HeldMessage part, String account) {
        if (part.category() == Category.VIRUS) {
            return false;
        }
        try (InputStream content = quarantine.content(part.key()).orElseThrow(() -> new IOException("it is gone"))) {
            TrainingSource source = new TrainingSource(TrainingSource.Kind.RELEASE, account);
            return model.teach(source, content.readNBytes(SiteModel.BYTES_KEPT), false) == SiteModel.Taught.NEW;
        } catch (IOException | UncheckedIOException e) {
            LOGGER.warn("{} was released, but is not learned as wanted mail", part.receipt(), e);
            return false;
        }
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
