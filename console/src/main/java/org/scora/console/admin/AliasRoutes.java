package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.Aliases;
import org.scora.domain.ProtectedDomains;
import spark.Service;

/** The aliases of a protected domain. */
public final class AliasRoutes implements Routes {
    private final Aliases aliases;
    private final KnownDomains known;

    @Inject
    public AliasRoutes(Aliases aliases, ProtectedDomains domains) {
        this.aliases = aliases;
        this.known = new KnownDomains(domains);
    }

    /** To which mailboxes an alias is to lead. */
    public record AliasForm(List<String> mailboxes) {}

    /** An alias. */
    public record AliasView(String alias, List<String> mailboxes) {}

    @Override
    public String getBasePath() {
        return "/scora/domains/:domain/aliases";
    }

    @Override
    public void define(Service service) {
        String one = getBasePath() + "/:alias";
        service.get(getBasePath(), answering(this::all));
        service.put(one, answering(this::put));
        service.delete(one, answering(this::delete));
    }

    private List<AliasView> all(AdminRequest request) {
        return aliases.of(known.of(request).name()).entrySet().stream()
                .map(entry -> new AliasView(entry.getKey(), entry.getValue()))
                .toList();
    }

    private AliasView put(AdminRequest request) {
        String domain = known.of(request).name();
        String alias = MailAddress.localPart(request.part(":alias"), domain);
        List<String> mailboxes = AdminRequest.present(
                        request.body(AliasForm.class).mailboxes(), "mailboxes")
                .stream()
                .map(name -> MailAddress.localPart(name, domain))
                .toList();
        if (mailboxes.isEmpty()) {
            throw AdminProblem.badRequest("the alias " + alias + " leads nowhere", "Name a mailbox of " + domain + ".");
        }
        aliases.by(request.account()).set(domain, alias, mailboxes);
        return new AliasView(alias, aliases.mailboxesOf(domain, alias));
    }

    private AliasView delete(AdminRequest request) {
        String domain = known.of(request).name();
        String alias = MailAddress.localPart(request.part(":alias"), domain);
        List<String> mailboxes = aliases.mailboxesOf(domain, alias);
        if (mailboxes.isEmpty()) {
            throw AdminProblem.notFound(
                    alias + " is no alias of " + domain, "See what is: scora domain alias list " + domain);
        }
        aliases.by(request.account()).set(domain, alias, List.of());
        return new AliasView(alias, mailboxes);
    }
}
