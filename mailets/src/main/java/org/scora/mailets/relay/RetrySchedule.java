package org.scora.mailets.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a delivery is tried again, and when it is given up (RFC 5321 section 4.5.4.1).
 *
 * @param delays between attempts; the last one is used again and again
 * @param giveUpAfter the time since the first attempt after which the mail is returned
 * @param warnAfter the time since the first attempt after which the sender is told that it takes longer; empty for never
 */
record RetrySchedule(List<Duration> delays, Duration giveUpAfter, Optional<Duration> warnAfter) {
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,6})([smhd])");

    RetrySchedule {
        delays = List.copyOf(delays);
    }

    /** How long to wait for the next attempt; empty when the mail is to be given up. */
    Optional<Duration> delayAfter(Attempts attempts, Instant now) {
        Duration left = Duration.between(now, attempts.first().plus(giveUpAfter));
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        Duration delay = delays.get(Math.min(attempts.count(), delays.size()) - 1);
        return Optional.of(shorter(
                delay,
                untilWarning(attempts, now).map(until -> shorter(left, until)).orElse(left)));
    }

    /** Whether it is time to tell the sender that it takes longer. */
    boolean isToWarn(Attempts attempts, Instant now) {
        return !attempts.warned()
                && warnAfter.isPresent()
                && !now.isBefore(attempts.first().plus(warnAfter.get()));
    }

    private Optional<Duration> untilWarning(Attempts attempts, Instant now) {
        return warnAfter
                .filter(after -> !attempts.warned())
                .map(after -> Duration.between(now, attempts.first().plus(after)))
                .filter(until -> !until.isNegative() && !until.isZero());
    }

    /** When the mail is given up. */
    Instant end(Attempts attempts) {
        return attempts.first().plus(giveUpAfter);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** @throws IllegalArgumentException for anything but a period or "off" */
    static Optional<Duration> parsePeriodOrOff(String text) {
        return text.trim().equalsIgnoreCase("off") ? Optional.empty() : Optional.of(parsePeriod(text));
    }

    /** @throws IllegalArgumentException for anything but periods like 90s, 5m, 2h or 5d, with spaces between them */
    static List<Duration> parsePeriods(String text) {
        return Arrays.stream(text.trim().split("\\s+"))
                .map(RetrySchedule::parsePeriod)
                .toList();
    }

    /** @throws IllegalArgumentException for anything but a period like 90s, 5m, 2h or 5d, from one second on */
    static Duration parsePeriod(String text) {
        Matcher matcher = PERIOD.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a period");
        }
        long number = Long.parseLong(matcher.group(1));
        if (number == 0) {
            throw new IllegalArgumentException("'" + text + "' is too short");
        }
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** A period as people write it, in the largest unit that fits. */
    static String words(Duration period) {
        if (period.compareTo(Duration.ofDays(2)) >= 0) {
            return period.toDays() + " days";
        }
        if (period.compareTo(Duration.ofHours(2)) >= 0) {
            return period.toHours() + " hours";
        }
        return period.compareTo(Duration.ofMinutes(2)) >= 0
                ? period.toMinutes() + " minutes"
                : period.toSeconds() + " seconds";
    }
}
