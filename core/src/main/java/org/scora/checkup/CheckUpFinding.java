package org.scora.checkup;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that the check-up found.
 *
 * @param code by which programs and the handbook know it, such as {@code mx-elsewhere}
 * @param sentence what was found
 * @param fix what to do about it
 * @param until when what is only to be waited for is over
 */
public record CheckUpFinding(
        Question question, Level level, String code, String sentence, Optional<String> fix, Optional<Instant> until) {

    CheckUpFinding lasting(Instant end) {
        return new CheckUpFinding(question, level, code, sentence, fix, Optional.of(end));
    }
}
