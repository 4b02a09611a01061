package org.scora.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.scora.domain.MailboxNames;

/** The mailboxes of one domain that were found so far: in a file, so that a list of any length needs no memory. */
final class FoundMailboxes implements AutoCloseable {
    private static final int SOME = 5;
    private static final int LONGEST_SHOWN = 100;

    private final String domain;
    private final Path file;
    private final Writer writer;
    private final List<String> someLeftOut = new ArrayList<>();
    private long leftOut;

    private FoundMailboxes(String domain, Path file, Writer writer) {
        this.domain = domain;
        this.file = file;
        this.writer = writer;
    }

    static FoundMailboxes of(String domain) {
        try {
            Path file = Files.createTempFile("scora-directory", ".txt");
            return new FoundMailboxes(domain, file, Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String domain() {
        return domain;
    }

    void add(String localPart) {
        try {
            writer.write(MailboxNames.parse(localPart, domain) + "\n");
        } catch (IllegalArgumentException e) {
            leftOut++;
            if (someLeftOut.size() < SOME) {
                someLeftOut.add(localPart.substring(0, Math.min(LONGEST_SHOWN, localPart.length())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long leftOut() {
        return leftOut;
    }

    List<String> someLeftOut() {
        return someLeftOut;
    }

    /** All is found: from now on they can be read, as often as need be. */
    Iterable<String> complete() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this::names;
    }

    // Read to its end, or left to the collector.
    @SuppressWarnings("StreamResourceLeak")
    private Iterator<String> names() {
        try {
            BufferedReader reader = Files.newBufferedReader(file);
            return reader.lines().iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
