package org.scora.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A learner that was made from a seed and the ledger.
 *
 * @param through the last event that it has seen
 * @param takenBack how many events up to there had been taken back
 */
record BuiltModel(Learner learner, long through, long takenBack) {
    private static final Logger LOGGER = LoggerFactory.getLogger(BuiltModel.class);

    /** The saved one when it is still true, or else one from the ledger's beginning; up to the ledger's end. */
    static BuiltModel open(Path file, Ledger ledger, Supplier<Learner> seed) {
        return ModelState.read(file)
                .flatMap(state -> saved(file, state, ledger, seed))
                .orElseGet(() -> new BuiltModel(seed.get(), 0, 0))
                .caughtUp(ledger);
    }

    /** One from the ledger's beginning. */
    static BuiltModel anew(Ledger ledger, Supplier<Learner> seed) {
        return new BuiltModel(seed.get(), 0, 0).caughtUp(ledger);
    }

    private static Optional<BuiltModel> saved(Path file, ModelState state, Ledger ledger, Supplier<Learner> seed) {
        if (!Files.exists(file)
                || ledger.takenBackUpTo(state.through()) != state.takenBack()
                || seed.get().lessons() != state.seedLessons()) {
            return Optional.empty();
        }
        try {
            Learner learner = Learner.load(file);
            return learner.lessons() == state.lessons()
                    ? Optional.of(new BuiltModel(learner, state.through(), state.takenBack()))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            LOGGER.warn("The model is made anew from what was taught, since its file can not be read", e);
            return Optional.empty();
        }
    }

    /** The same learner, taught what stands in the ledger behind where it is. */
    BuiltModel caughtUp(Ledger ledger) {
        long[] last = {through};
        ledger.replay(through, stored -> {
            learner.teach(TrainingMessage.unpacked(stored.content()).read(), stored.unwanted());
            last[0] = stored.id();
        });
        return new BuiltModel(learner, last[0], ledger.takenBackUpTo(last[0]));
    }

    void save(Path file, Supplier<Learner> seed) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            learner.save(file);
            new ModelState(through, takenBack, learner.lessons(), seed.get().lessons()).write(file);
        } catch (IOException | UncheckedIOException e) {
            LOGGER.warn("The model can not be saved; it is made again from the ledger at the next start", e);
        }
    }
}
