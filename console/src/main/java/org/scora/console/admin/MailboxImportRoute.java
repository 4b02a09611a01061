package org.scora.console.admin;

import static org.scora.console.admin.AdminRequest.valid;
import static org.scora.console.admin.JsonRoute.answering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.MailboxDifference;
import org.scora.domain.MailboxImport;
import org.scora.domain.MailboxLists;
import org.scora.domain.MailboxNames;
import org.scora.domain.ProtectedDomains;
import spark.Service;

/**
 * Brings in a list of mailboxes of any length, one name a line, all in one step. It waits in a file meanwhile, so that it
 * needs no memory and can be read again when two writers meet.
 */
public final class MailboxImportRoute implements Routes {
    private static final String REMEDY = "Expected one name a line: the part before the @.";

    private final MailboxLists lists;
    private final KnownDomains known;

    @Inject
    public MailboxImportRoute(MailboxLists lists, ProtectedDomains domains) {
        this.lists = lists;
        this.known = new KnownDomains(domains);
    }

    @Override
    public String getBasePath() {
        return "/scora/domains/:domain/mailboxes/import";
    }

    @Override
    public void define(Service service) {
        service.post(getBasePath(), answering(this::bring));
    }

    private MailboxDifference bring(AdminRequest request) {
        String domain = known.of(request).name();
        MailboxImport how = new MailboxImport(request.flag("replace"), request.flag("force"), request.flag("dryRun"));
        try (Upload upload = Upload.of(request)) {
            return valid(() -> bring(request, domain, upload.file(), how), REMEDY);
        }
    }

    private MailboxDifference bring(AdminRequest request, String domain, Path file, MailboxImport how) {
        return lists.by(request.account())
                .bring(domain, () -> names(domain, file).iterator(), how);
    }

    // Closed with the file at the end of the stream; a list that is refused half-way leaves it to the collector.
    @SuppressWarnings("StreamResourceLeak")
    private static Stream<String> names(String domain, Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file);
            return reader.lines().filter(line -> !line.isBlank()).map(line -> MailboxNames.parse(line, domain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
