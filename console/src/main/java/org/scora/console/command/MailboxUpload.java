package org.scora.console.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scora.domain.DomainNames;
import org.scora.domain.MailboxNames;
import org.scora.message.Addresses;

/**
 * An administrator's list of mailboxes, made ready to be sent: plain names, checked, one a line, in a temporary file, so
 * that a list of any length needs no memory.
 */
final class MailboxUpload implements AutoCloseable {
    private static final int MOST_PROBLEMS = 10;

    private final Path names;

    private MailboxUpload(Path names) {
        this.names = names;
    }

    /**
     * Reads the file.
     *
     * @param column the head of the column to take from a table
     * @throws CommandFailure that names each line that is wrong
     */
    static MailboxUpload of(Path file, String domain, boolean csv, Optional<String> column) {
        try {
            MailboxUpload upload = new MailboxUpload(Files.createTempFile("mailboxes", ".txt"));
            try {
                upload.fill(file, domain(domain), csv, column);
                return upload;
            } catch (IOException | RuntimeException e) {
                upload.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, "There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.USAGE, file + " can not be read: it is not text in UTF-8.");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, file + " can not be read: " + e.getMessage() + ".");
        }
    }

    private static String domain(String written) {
        try {
            return DomainNames.parse(written);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, Text.capitalized(String.valueOf(e.getMessage())) + ".");
        }
    }

    private void fill(Path file, String domain, boolean csv, Optional<String> column) throws IOException {
        List<String> problems = new ArrayList<>();
        try (MailboxLines lines = csv ? MailboxLines.ofTable(file, column) : MailboxLines.ofText(file);
                Writer writer = Files.newBufferedWriter(names)) {
            for (Optional<MailboxLines.Line> line = lines.next();
                    line.isPresent() && problems.size() < MOST_PROBLEMS;
                    line = lines.next()) {
                try {
                    writer.write(name(line.get().text(), domain) + "\n");
                } catch (IllegalArgumentException e) {
                    problems.add("line " + line.get().number() + ": " + e.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Nothing was changed. " + file + " " + String.join("; ", problems)
                            + (problems.size() == MOST_PROBLEMS ? "; and perhaps more." : "."));
        }
    }

    // Lists often have whole addresses; those of another domain are a mistake.
    private static String name(String written, String domain) {
        boolean whole = Addresses.domainOf(written)
                .flatMap(DomainNames::find)
                .filter(domain::equals)
                .isPresent();
        return MailboxNames.parse(whole ? Addresses.localPartOf(written) : written, domain);
    }

    /** What to send; may be read several times. */
    Supplier<InputStream> content() {
        return () -> {
            try {
                return Files.newInputStream(names);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
