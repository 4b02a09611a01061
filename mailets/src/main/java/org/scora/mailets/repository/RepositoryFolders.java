package org.scora.mailets.repository;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.scora.quarantine.FileContentStore;
import org.scora.quarantine.FileHeldMessages;
import org.scora.quarantine.Quarantine;
import org.scora.setting.GatewaySettings;

/** Repositories in files, each in its folder under {@code var/repositories}. */
public final class RepositoryFolders {
    private final Path root;

    @Inject
    public RepositoryFolders(GatewaySettings settings) {
        this(settings.varFolder().resolve("repositories"));
    }

    RepositoryFolders(Path root) {
        this.root = root;
    }

    /** The folder is made when it is missing; throws UncheckedIOException when that fails. */
    Quarantine open(MailRepositoryUrl url) {
        Path folder = root.resolve(nameOf(url));
        return new Quarantine(
                new FileHeldMessages(folder.resolve("index")), new FileContentStore(folder.resolve("content")));
    }

    // Without dots and slashes, so that no name leads out of the folder.
    private static String nameOf(MailRepositoryUrl url) {
        return URLEncoder.encode(url.getPath().asString(), StandardCharsets.UTF_8)
                .replace(".", "%2E");
    }
}
