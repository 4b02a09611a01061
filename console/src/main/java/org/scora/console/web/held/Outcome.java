package org.scora.console.web.held;

import java.util.List;
import java.util.Optional;

/**
 * What came of a deed, for people.
 *
 * @param done whether it is done, now or before
 * @param title in a few words
 * @param mayRequest whether the administrators can be asked instead
 * @param change the change of a list, which can be undone
 */
public record Outcome(boolean done, String title, List<String> sentences, boolean mayRequest, Optional<Long> change) {

    public Outcome {
        sentences = List.copyOf(sentences);
    }

    static Outcome done(String title, List<String> sentences, Optional<Long> change) {
        return new Outcome(true, title, sentences, false, change);
    }

    static Outcome notDone(String title, String sentence) {
        return new Outcome(false, title, List.of(sentence), false, Optional.empty());
    }
}
