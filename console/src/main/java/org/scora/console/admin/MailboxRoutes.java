package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomains;
import spark.Service;

/** The mailboxes of a protected domain, and those that are exempt from filtering. */
public final class MailboxRoutes implements Routes {
    private static final int MOST_AT_ONCE = 20_000;

    private static final int PAGE = 20_000;

    private final ProtectedDomains domains;
    private final MailboxLists lists;
    private final KnownDomains known;

    @Inject
    public MailboxRoutes(ProtectedDomains domains, MailboxLists lists) {
        this.domains = domains;
        this.lists = lists;
        this.known = new KnownDomains(domains);
    }

    /**
     * Mailboxes to be added.
     *
     * @param names local parts, or whole addresses of the domain; at most 20,000 at once
     */
    public record MailboxForm(List<String> names) {}

    /**
     * What became of them.
     *
     * @param added how many were new
     */
    public record MailboxesAdded(int added) {}

    /**
     * What became of mailboxes that were to be removed.
     *
     * @param removed how many were on the list
     */
    public record MailboxesRemoved(int removed) {}

    /** How many mailboxes are on a list. */
    public record MailboxCount(long count) {}

    /** Whether the mail of a recipient is relayed unfiltered. */
    public record Exemption(String recipient, boolean exempt) {}

    @Override
    public String getBasePath() {
        return "/scora/domains/:domain";
    }

    @Override
    public void define(Service service) {
        String mailboxes = getBasePath() + "/mailboxes";
        String exemption = getBasePath() + "/exemption";
        service.get(mailboxes, answering(this::page));
        service.get(
                mailboxes + "/count",
                answering(request ->
                        new MailboxCount(lists.count(known.of(request).name()))));
        service.post(mailboxes + "/removal", answering(this::remove));
        service.post(mailboxes, answering(this::add));
        service.get(exemption, answering(this::exemption));
        service.put(exemption, answering(request -> exempt(request, true)));
        service.delete(exemption, answering(request -> exempt(request, false)));
    }

    private List<String> page(AdminRequest request) {
        return lists.after(known.of(request).name(), request.query("after").orElse(""), request.limit(PAGE, PAGE));
    }

    private MailboxesAdded add(AdminRequest request) {
        String domain = known.of(request).name();
        return new MailboxesAdded(domains.by(request.account()).addMailboxes(domain, names(request, domain)));
    }

    private MailboxesRemoved remove(AdminRequest request) {
        String domain = known.of(request).name();
        return new MailboxesRemoved(lists.by(request.account()).remove(domain, names(request, domain)));
    }

    private static List<String> names(AdminRequest request, String domain) {
        List<String> written =
                AdminRequest.present(request.body(MailboxForm.class).names(), "names");
        if (written.size() > MOST_AT_ONCE) {
            throw AdminProblem.badRequest("more than " + MOST_AT_ONCE + " names", "Send them in several requests.");
        }
        return written.stream().map(name -> MailAddress.localPart(name, domain)).toList();
    }

    private Exemption exemption(AdminRequest request) {
        String recipient = recipient(request);
        return new Exemption(recipient, domains.isExempt(recipient));
    }

    private Exemption exempt(AdminRequest request, boolean exempt) {
        String recipient = recipient(request);
        domains.by(request.account()).setExempt(recipient, exempt);
        return new Exemption(recipient, exempt);
    }

    private String recipient(AdminRequest request) {
        String domain = known.of(request).name();
        String mailbox = request.query("mailbox")
                .orElseThrow(() -> AdminProblem.badRequest("no mailbox is named", "Add ?mailbox=info to the path."));
        return MailAddress.localPart(mailbox, domain) + "@" + domain;
    }
}
