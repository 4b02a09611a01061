package org.scora.fit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/**
 * A mail file of which is known whether it is wanted.
 *
 * @param source where it was collected; sources are left out as a whole
 * @param bySender whether the source is the only one of its kind, so that its senders are left out in parts instead
 */
record LabelledMail(Path file, boolean unwanted, String source, boolean bySender) {
    private static final String BY_SENDER = "*";

    /**
     * Reads a list: path, {@code ham} or {@code spam}, source, with tabs between them. A source without a name is the
     * path's first folder; a star behind the name says that its senders are left out in parts. Paths are relative to the
     * list. Throws FitException that names the line.
     */
    static List<LabelledMail> list(Path list) {
        List<LabelledMail> mails = new ArrayList<>();
        int number = 0;
        for (String line : lines(list)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                mails.add(parse(list, number, line.split("\t", -1)));
            }
        }
        if (mails.isEmpty()) {
            throw new FitException(list + " lists no mail.");
        }
        return mails;
    }

    IncomingMessage read() {
        try (InputStream stream = Files.newInputStream(file)) {
            return IncomingMessage.read(stream, Envelope.unknown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path list) {
        try {
            return Files.readAllLines(list);
        } catch (MalformedInputException e) {
            throw new FitException(list + " is no text in UTF-8.");
        } catch (IOException e) {
            throw new FitException(list + " can not be read: " + e.getMessage());
        }
    }

    private static LabelledMail parse(Path list, int number, String[] columns) {
        if (columns.length < 2 || !(columns[1].equals("ham") || columns[1].equals("spam"))) {
            throw new FitException(list + ":" + number + " is not: path, tab, ham or spam, tab, source.");
        }
        String source =
                columns.length > 2 ? columns[2] : Path.of(columns[0]).getName(0).toString();
        Path file = list.resolveSibling(columns[0]);
        if (!Files.isRegularFile(file)) {
            throw new FitException(list + ":" + number + " names a file that is not there: " + file);
        }
        return new LabelledMail(
                file, columns[1].equals("spam"), source.replace(BY_SENDER, ""), source.endsWith(BY_SENDER));
    }
}
