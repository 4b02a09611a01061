package org.scora.report;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.scora.journal.Outcome;
import org.scora.policy.Disposition;
import org.scora.score.Category;

/** The words of a report in its reader's language. */
final class Said {
    private static final Duration SHORT = Duration.ofHours(49);

    private final ReportReader reader;
    private final Numbers numbers;

    Said(ReportReader reader) {
        this.reader = reader;
        this.numbers = new Numbers(reader.words().locale());
    }

    Numbers numbers() {
        return numbers;
    }

    String say(String key, Object... values) {
        return reader.words().say("report." + key, values);
    }

    String moment(Instant moment) {
        return reader.words().moment(moment, reader.zone());
    }

    String day(Instant moment) {
        return reader.words().day(moment, reader.zone());
    }

    /** Both ends: the last day that belongs to it when it is long, minutes when it is not. */
    String roughly(ReportPeriod period) {
        return period.length().compareTo(SHORT) < 0
                ? say("period", moment(period.from()), moment(period.until()))
                : say("period", day(period.from()), day(period.until().minusNanos(1)));
    }

    String name(Disposition disposition) {
        return say("disposition." + word(disposition));
    }

    String name(Category category) {
        return say("category." + word(category));
    }

    String state(Outcome outcome) {
        return say("state." + word(outcome));
    }

    /** Such as {@code 4 waiting}, not to be broken within. */
    String counted(Disposition disposition, Outcome outcome, long count) {
        boolean wasHeld =
                disposition == Disposition.QUARANTINE && (outcome == Outcome.DELIVERED || outcome == Outcome.RETURNED);
        return say("outcome." + (wasHeld ? "held-" : "") + word(outcome), numbers.whole(count))
                .replace(' ', '\u00a0');
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Numbers of a row. */
    List<String> whole(long... values) {
        ImmutableList.Builder<String> all = ImmutableList.builder();
        for (long value : values) {
            all.add(numbers.whole(value));
        }
        return all.build();
    }

    static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
