package org.scora.console.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.scora.learn.Learner;

/** A learner's model in a file of one's own. */
final class ModelFile {
    private ModelFile() {}

    static Learner load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(
                    ExitCode.FAILED, "There is no model " + file + ". To make one: scora learn --model " + file);
        }
        return Learner.load(file);
    }

    static Learner loadOrShipped(Path file) {
        return Files.exists(file) ? Learner.load(file) : Learner.shipped();
    }
}
