package org.scora.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scora.journal.Outcome;
import org.scora.policy.Disposition;
import org.scora.storage.Tally.Sums;

/** By what journal lines are counted. What was refused is not counted here. */
enum Cut {
    /** Category, disposition and outcome; the bytes are summed up. */
    MAIL {
        @Override
        Map<String, Sums> parts(CountedLine line) {
            String part = line.category() + " " + line.disposition() + " " + line.outcome();
            return Map.of(part, one(line, line.size(), 0));
        }
    },
    /** The step of the score, counted in quarters, and the disposition. */
    SCORE {
        @Override
        Map<String, Sums> parts(CountedLine line) {
            String part = (long) Math.floor(line.score() * STEPS_PER_POINT) + " " + line.disposition();
            return line.scored() ? Map.of(part, one(line, 0, 0)) : Map.of();
        }
    },
    FINDING {
        @Override
        Map<String, Sums> parts(CountedLine line) {
            Sums one = one(line, 0, 0);
            return line.findingNames().stream().distinct().collect(Collectors.toMap(name -> name, name -> one));
        }
    },
    RECIPIENT {
        @Override
        Map<String, Sums> parts(CountedLine line) {
            return Map.of(line.recipient(), one(line, 0, 0));
        }
    },
    /** The sender's domain; those are summed up that are proven. */
    SOURCE {
        @Override
        Map<String, Sums> parts(CountedLine line) {
            return Map.of(line.senderDomain(), one(line, line.proven() ? 1 : 0, 0));
        }
    },
    /** The step of the time until it was delivered, and by whom it was taken; bytes, and the longest time in ms. */
    DESTINATION {
        @Override
        Map<String, Sums> parts(CountedLine line) {
            if (line.outcome() != Outcome.DELIVERED) {
                return Map.of();
            }
            // What was held waited for people, not for the destination.
            long millis = line.deliveredAt()
                    .filter(at -> line.disposition().compareTo(Disposition.QUARANTINE) < 0)
                    .map(at ->
                            Math.max(1, Duration.between(line.receivedAt(), at).toMillis()))
                    .orElse(0L);
            return Map.of(DelaySteps.of(millis) + " " + host(line.detail()), one(line, line.size(), millis));
        }
    };

    static final double STEPS_PER_POINT = 4;
    static final List<Cut> ALL = List.of(values());

    /** What a line adds to which parts. */
    abstract Map<String, Sums> parts(CountedLine line);

    private static Sums one(CountedLine line, long more, long most) {
        return new Sums(1, line.kept() ? 1 : 0, more, most);
    }

    private static String host(String detail) {
        int end = detail.indexOf(": ");
        return end < 0 ? "" : detail.substring(0, end);
    }
}
