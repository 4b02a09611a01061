package org.scora.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.scora.learn.Learner;
import org.scora.learn.Opinion;

/** Teaches learners, the same way every time. */
final class Teaching {
    private static final int PASSES = 6;
    private static final long SEED = 1;

    private Teaching() {}

    static Learner taught(List<Sample> samples) {
        Learner learner = Learner.untaught();
        List<Sample> order = new ArrayList<>(samples);
        Random random = new Random(SEED);
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(order, random);
            order.forEach(sample -> learner.teach(sample.lesson()));
        }
        // What a seed knows is not what a site taught.
        return learner.asSeed();
    }

    /** Of each sample, what a learner says that was taught with all samples but those of its fold. */
    static Map<Sample, Opinion> opinionsOnWhatWasLeftOut(List<Sample> samples) {
        Map<Sample, Opinion> opinions = new HashMap<>();
        for (String fold :
                samples.stream().map(Sample::fold).distinct().sorted().toList()) {
            Learner learner = taught(samples.stream()
                    .filter(sample -> !sample.fold().equals(fold))
                    .toList());
            samples.stream()
                    .filter(sample -> sample.fold().equals(fold))
                    .forEach(sample -> opinions.put(sample, learner.opinionOf(sample.lesson())));
        }
        return opinions;
    }
}
