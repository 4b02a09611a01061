package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import spark.Service;

/** The mailboxes of a protected domain, and those that are exempt from filtering. */
public final class MailboxRoutes implements Routes {
    private static final int MOST_AT_ONCE = 20_000;

    private final ProtectedDomains domains;
    private final KnownDomains known;

    @Inject
    public MailboxRoutes(ProtectedDomains domains) {
        this.domains = domains;
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
        service.get(
                mailboxes,
                answering(request -> domains.mailboxes(known.of(request).name())));
        service.post(mailboxes, answering(this::add));
        service.get(exemption, answering(this::exemption));
        service.put(exemption, answering(request -> exempt(request, true)));
        service.delete(exemption, answering(request -> exempt(request, false)));
    }

    private MailboxesAdded add(AdminRequest request) {
        ProtectedDomain domain = known.of(request);
        List<String> written =
                AdminRequest.present(request.body(MailboxForm.class).names(), "names");
        if (written.size() > MOST_AT_ONCE) {
            throw AdminProblem.badRequest("more than " + MOST_AT_ONCE + " names", "Send them in several requests.");
        }
        List<String> names = written.stream()
                .map(name -> MailAddress.localPart(name, domain.name()))
                .toList();
        return new MailboxesAdded(domains.addMailboxes(domain.name(), names));
    }

    private Exemption exemption(AdminRequest request) {
        String recipient = recipient(request);
        return new Exemption(recipient, domains.isExempt(recipient));
    }

    private Exemption exempt(AdminRequest request, boolean exempt) {
        String recipient = recipient(request);
        domains.setExempt(recipient, exempt);
        return new Exemption(recipient, exempt);
    }

    private String recipient(AdminRequest request) {
        String domain = known.of(request).name();
        String mailbox = request.query("mailbox")
                .orElseThrow(() -> AdminProblem.badRequest("no mailbox is named", "Add ?mailbox=info to the path."));
        return MailAddress.localPart(mailbox, domain) + "@" + domain;
    }
}
