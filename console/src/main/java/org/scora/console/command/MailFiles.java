package org.scora.console.command;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/** Reads mail in files of one message each. Failures are sentences for the person who named the file. */
final class MailFiles {
    private MailFiles() {}

    static IncomingMessage read(String file, Envelope envelope) {
        if (new File(file).isDirectory()) {
            throw new CommandFailure(ExitCode.FAILED, file + " is a folder; name the mail files in it.");
        }
        try (InputStream source = Files.newInputStream(Path.of(file))) {
            return IncomingMessage.read(source, envelope);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new CommandFailure(ExitCode.FAILED, "There is no file " + file + ".");
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(ExitCode.FAILED, file + " can not be read: " + e.getMessage() + ".");
        }
    }
}
