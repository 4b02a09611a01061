package org.scora.check.attachment;

import java.util.List;
import java.util.Optional;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.file.Contents;
import org.scora.message.file.Contents.Excess;
import org.scora.message.file.MailFile;
import org.scora.score.Finding;

/** Is an archive made to harm those who unpack it, or to tire those who look into it? */
public final class ArchiveTrap implements Check {
    static final String BOMB = "ARCHIVE_BOMB";
    static final String NESTED = "ARCHIVE_NESTED";

    @Override
    public String name() {
        return "archive-trap";
    }

    @Override
    public List<String> findings() {
        return List.of(BOMB, NESTED);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return FirstOfEach.of(message.files().all().stream()
                .flatMap(file -> excess(file).stream())
                .map(excess -> new Finding(excess.kind() == Excess.Kind.BOMB ? BOMB : NESTED, excess.sentence())));
    }

    private static Optional<Excess> excess(MailFile file) {
        return file.contents() instanceof Contents.Archive archive ? archive.excess() : Optional.empty();
    }
}
