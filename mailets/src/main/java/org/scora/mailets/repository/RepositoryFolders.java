package org.scora.mailets.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.mailrepository.api.MailRepositoryPath;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.mailrepository.api.MailRepositoryUrlStore;
import org.scora.quarantine.FileContentStore;
import org.scora.quarantine.FileHeldMessages;
import org.scora.quarantine.Quarantine;
import org.scora.setting.GatewaySettings;

/**
 * The repositories that there are: the quarantine, and one for each folder under {@code var/repositories}. So webadmin
 * still knows all of them after a restart.
 */
public final class RepositoryFolders implements MailRepositoryUrlStore {
    /** Where messages are held for their recipients. */
    static final MailRepositoryUrl QUARANTINE = MailRepositoryUrl.from("scora://quarantine/");

    /** Where mail is kept that could not be worked on. */
    static final MailRepositoryUrl ERRORS = MailRepositoryUrl.from("scora://errors/");

    private final Path root;

    @Inject
    public RepositoryFolders(GatewaySettings settings) {
        this(settings.varFolder().resolve("repositories"));
    }

    RepositoryFolders(Path root) {
        this.root = root;
    }

    /** A repository in files; its folder is made when it is missing. Throws UncheckedIOException when that fails. */
    Quarantine open(MailRepositoryUrl url, Clock clock) {
        Path folder = root.resolve(nameOf(url));
        return new Quarantine(
                new FileHeldMessages(folder.resolve("index")), new FileContentStore(folder.resolve("content")), clock);
    }

    /** Nothing to do: a repository that was opened has its folder. */
    @Override
    public void add(MailRepositoryUrl url) {}

    @Override
    public Stream<MailRepositoryUrl> listDistinct() {
        return Stream.concat(Stream.of(QUARANTINE, ERRORS), folders().map(RepositoryFolders::urlOf))
                .distinct();
    }

    @Override
    public boolean contains(MailRepositoryUrl url) {
        return listDistinct().anyMatch(url::equals);
    }

    private Stream<String> folders() {
        if (!Files.isDirectory(root)) {
            return Stream.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Without dots and slashes, so that no name leads out of the folder.
    private static String nameOf(MailRepositoryUrl url) {
        return URLEncoder.encode(url.getPath().asString(), StandardCharsets.UTF_8)
                .replace(".", "%2E");
    }

    private static MailRepositoryUrl urlOf(String folder) {
        return MailRepositoryUrl.fromPathAndProtocol(
                MailRepositoryPath.from(URLDecoder.decode(folder, StandardCharsets.UTF_8)), "scora");
    }
}
