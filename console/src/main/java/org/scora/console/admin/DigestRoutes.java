package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.Recipients;
import org.scora.message.Addresses;
import org.scora.report.digest.Digests;
import org.scora.report.digest.Digests.Sent;
import spark.Service;

/** Sends digests now, and shows what they would say. */
public final class DigestRoutes implements Routes {
    private final Digests digests;
    private final ProtectedDomains domains;
    private final KnownDomains known;
    private final Recipients recipients;

    @Inject
    public DigestRoutes(Digests digests, ProtectedDomains domains, Recipients recipients) {
        this.digests = digests;
        this.domains = domains;
        this.known = new KnownDomains(domains);
        this.recipients = recipients;
    }

    /**
     * The digests that are wanted: of one mailbox, of one domain, or, when neither is named, of all.
     *
     * @param dryRun whether it is only said what would be sent
     */
    public record DigestForm(Optional<String> mailbox, Optional<String> domain, boolean dryRun) {}

    /** The digest that a mailbox would get now; empty when nothing is new. */
    public record DigestText(String mailbox, Optional<String> text) {}

    @Override
    public String getBasePath() {
        return "/scora/digests";
    }

    @Override
    public void define(Service service) {
        service.post(getBasePath(), answering(this::send));
        service.get(getBasePath() + "/:mailbox", answering(request -> show(request.part(":mailbox"))));
    }

    private DigestText show(String address) {
        String mailbox = mailbox(address);
        return new DigestText(mailbox, digests.preview(mailbox));
    }

    private List<Sent> send(AdminRequest request) {
        DigestForm form = request.body(DigestForm.class);
        if (form.mailbox().isPresent()) {
            String mailbox = mailbox(form.mailbox().get());
            return (form.dryRun() ? digests.wouldSend(mailbox) : digests.send(mailbox))
                    .stream().toList();
        }
        List<Sent> sent = new ArrayList<>();
        chosen(form).forEach(domain -> sent.addAll(digests.sendAll(domain, form.dryRun())));
        return sent;
    }

    private List<ProtectedDomain> chosen(DigestForm form) {
        return form.domain()
                .map(name -> List.of(known.named(AdminRequest.domain(name))))
                .orElseGet(() -> domains.all().stream()
                        .filter(domain -> domain.state() == DomainState.ACTIVE)
                        .toList());
    }

    /** The mailbox to which an address leads; the address itself when that is none or several. */
    private String mailbox(String written) {
        String address = MailAddress.parse(written).toLowerCase(Locale.ROOT);
        ProtectedDomain domain = known.named(Addresses.domainOf(address).orElse(""));
        return recipients
                .ownerOf(address)
                .map(mailbox -> mailbox + "@" + domain.name())
                .orElse(address);
    }
}
