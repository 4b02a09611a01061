package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.directory.Directories;
import org.scora.directory.DirectoryDifference;
import org.scora.directory.DirectoryException;
import org.scora.domain.MailboxImport;
import org.scora.domain.ProtectedDomains;
import spark.Service;

/** Brings a list of mailboxes in line with an LDAP directory. */
public final class DirectoryRoutes implements Routes {
    private final Directories directories;
    private final KnownDomains known;

    @Inject
    public DirectoryRoutes(Directories directories, ProtectedDomains domains) {
        this.directories = directories;
        this.known = new KnownDomains(domains);
    }

    @Override
    public String getBasePath() {
        return "/scora/domains/:domain/mailboxes/directory";
    }

    @Override
    public void define(Service service) {
        service.post(getBasePath() + "/:directory", answering(this::bring));
    }

    private DirectoryDifference bring(AdminRequest request) {
        String domain = known.of(request).name();
        MailboxImport how = new MailboxImport(request.flag("replace"), request.flag("force"), request.flag("dryRun"));
        try {
            return directories.bring(request.part(":directory"), domain, how, request.account());
        } catch (DirectoryException e) {
            throw AdminProblem.badGateway(String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
