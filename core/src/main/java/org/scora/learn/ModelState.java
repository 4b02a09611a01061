package org.scora.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.scora.message.Json;

/**
 * How far into the ledger a saved model has come. It stands beside the model's file, and is only true for a model with
 * the same number of lessons.
 *
 * @param through the last event that the model has seen
 * @param takenBack how many events up to there had been taken back
 * @param lessons how many lessons the model had, those of its seed included
 */
record ModelState(long through, long takenBack, long lessons) {

    private static Path beside(Path model) {
        return model.resolveSibling(model.getFileName() + ".state");
    }

    /** The state of this file; empty when it is missing or no such state. */
    static Optional<ModelState> read(Path model) {
        try {
            return Optional.of(Json.read(Files.readString(beside(model)), ModelState.class));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void write(Path model) {
        try {
            Path draft = model.resolveSibling(model.getFileName() + ".state.new");
            Files.writeString(draft, Json.write(this));
            Files.move(draft, beside(model), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
