package org.scora.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scora.message.IncomingMessage;
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
        BuiltModel bare = bare(seed);
        return ModelState.read(file)
                .flatMap(state -> bare.saved(file, state, ledger))
                .orElse(bare)
                .caughtUp(ledger);
    }

    /** One from the ledger's beginning. */
    static BuiltModel anew(Ledger ledger, Supplier<Learner> seed) {
        return bare(seed).caughtUp(ledger);
    }

    private static BuiltModel bare(Supplier<Learner> seed) {
        return new BuiltModel(seed.get(), 0, 0);
    }

    private Optional<BuiltModel> saved(Path file, ModelState state, Ledger ledger) {
        if (!Files.exists(file) || ledger.takenBackUpTo(state.through()) != state.takenBack()) {
            return Optional.empty();
        }
        try {
            Learner saved = Learner.load(file);
            boolean isTrue = saved.lessons() == state.lessons() && saved.seedFingerprint() == learner.seedFingerprint();
            return isTrue ? Optional.of(new BuiltModel(saved, state.through(), state.takenBack())) : Optional.empty();
        } catch (UncheckedIOException e) {
            LOGGER.warn("The model is made anew from what was taught, since its file can not be read", e);
            return Optional.empty();
        }
    }

    /** The same learner, taught what stands in the ledger behind where it is. */
    BuiltModel caughtUp(Ledger ledger) {
        return caughtUp(ledger, BuiltModel::unpack);
    }

    static IncomingMessage unpack(Ledger.Stored stored) {
        return TrainingMessage.unpacked(stored.content()).read();
    }

    /**
     * The same.
     *
     * @param read gives the message of an event, which may have been read before
     */
    BuiltModel caughtUp(Ledger ledger, Function<Ledger.Stored, IncomingMessage> read) {
        long[] last = {through};
        ledger.replay(through, stored -> {
            learner.teach(read.apply(stored), stored.unwanted());
            last[0] = stored.id();
        });
        return new BuiltModel(learner, last[0], ledger.takenBackUpTo(last[0]));
    }

    /** What saves the model as it is now, however it goes on meanwhile. */
    Runnable saving(Path file) {
        Snapshot snapshot = learner.snapshot();
        ModelState state = new ModelState(through, takenBack, snapshot.lessons());
        return () -> write(file, snapshot, state);
    }

    private static void write(Path file, Snapshot snapshot, ModelState state) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            snapshot.write(file);
            state.write(file);
        } catch (IOException | UncheckedIOException e) {
            LOGGER.warn("The model can not be saved; it is made again from the ledger at the next start", e);
        }
    }
}
