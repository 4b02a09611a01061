package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.Aliases;
import org.scora.domain.MailboxLists;
import org.scora.domain.OwnListener;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.StoredSettings;
import org.scora.export.Difference;
import org.scora.export.SettingsFile;
import org.scora.export.SettingsText;
import org.scora.export.Stores;
import org.scora.policy.SenderLists;
import spark.Request;
import spark.Response;
import spark.Service;

/** All that administrators set, out as a text and in again. */
public final class ExportRoutes implements Routes {
    private final Stores stores;
    private final DomainParser parser;

    @Inject
    public ExportRoutes(
            ProtectedDomains domains,
            MailboxLists mailboxes,
            Aliases aliases,
            StoredSettings settings,
            SenderLists lists,
            OwnListener ownListener) {
        this.stores = new Stores(domains, mailboxes, aliases, settings, lists);
        this.parser = new DomainParser(ownListener);
    }

    /** What an import does, or would do. */
    public record ImportView(List<Difference> differences, boolean applied) {}

    @Override
    public String getBasePath() {
        return "/scora";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath() + "/export", this::export);
        service.post(getBasePath() + "/import", answering(this::bring));
    }

    private Object export(Request request, Response response) throws IOException {
        response.type("application/json");
        SettingsText.of(stores).write(response.raw().getOutputStream());
        return "";
    }

    private ImportView bring(AdminRequest request) {
        boolean dryRun = request.flag("dryRun");
        try (Upload upload = Upload.of(request)) {
            SettingsFile file =
                    SettingsFile.read(upload.file(), request.query("name").orElse("the file"));
            List<Difference> differences =
                    file.bring(stores.by(request.account()), dryRun, request.flag("force"), parser::checkRoute);
            return new ImportView(differences, !dryRun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
