package org.scora.console.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A text file of mailbox names: one a line; empty lines and those that begin with a number sign are left out. */
final class MailboxFile {
    private MailboxFile() {}

    static List<String> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replace("\ufeff", "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, "There is no file " + file + ".");
        } catch (java.io.UncheckedIOException | IOException e) {
            throw new CommandFailure(ExitCode.USAGE, file + " can not be read: " + reason(e) + ".");
        }
    }

    private static String reason(Exception e) {
        boolean notText = e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
        return notText ? "it is not text in UTF-8" : String.valueOf(e.getMessage());
    }
}
