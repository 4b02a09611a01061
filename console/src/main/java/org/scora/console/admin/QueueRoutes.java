package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.message.ReceiptId;
import org.scora.outgoing.OutgoingQueue;
import org.scora.outgoing.WaitingMail;
import spark.Service;

/** Mail that waits for its delivery: why, and what is to be done with it. */
public final class QueueRoutes implements Routes {
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 1000;

    private final OutgoingQueue queue;

    @Inject
    public QueueRoutes(OutgoingQueue queue) {
        this.queue = queue;
    }

    /** What an order did: how many mails it was given to. */
    public record Ordered(long mails) {}

    /**
     * How mail is to be dropped.
     *
     * @param dsn whether the sender is told
     * @param reason for the journal and the DSN
     */
    public record Drop(boolean dsn, String reason) {}

    @Override
    public String getBasePath() {
        return "/scora/queue";
    }

    @Override
    public void define(Service service) {
        String domain = getBasePath() + "/domains/:domain";
        String mail = getBasePath() + "/mails/:mail";
        service.get(getBasePath(), answering(request -> new QueueView(queue.due(), queue.domains())));
        service.get(domain, answering(request -> queue.ofDomain(request.domain(), request.limit(SHOWN, MOST_SHOWN))));
        service.post(domain + "/retry", answering(request -> new Ordered(queue.retryDomain(request.domain()))));
        service.get(mail, answering(this::waiting));
        service.post(mail + "/retry", answering(this::retry));
        service.post(mail + "/drop", answering(this::drop));
    }

    private Ordered retry(AdminRequest request) {
        return new Ordered(
                waiting(request).stream().filter(mail -> queue.retry(mail.id())).count());
    }

    private Ordered drop(AdminRequest request) {
        List<WaitingMail> mails = waiting(request);
        Drop drop = request.body(Drop.class);
        String reason = AdminRequest.bounded("reason", drop.reason());
        return new Ordered(mails.stream()
                .filter(mail -> queue.drop(mail.id(), drop.dsn(), reason))
                .count());
    }

    private List<WaitingMail> waiting(AdminRequest request) {
        String name = request.part(":mail");
        List<WaitingMail> found =
                queue.find(ReceiptId.parse(name).map(ReceiptId::text).orElse(name));
        if (found.isEmpty()) {
            throw AdminProblem.notFound(
                    "no mail " + name + " waits in the queue",
                    "It may have been delivered, or is being delivered now. See what waits: scora queue list");
        }
        return found;
    }
}
