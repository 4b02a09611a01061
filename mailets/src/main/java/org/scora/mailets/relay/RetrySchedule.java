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
 */
record RetrySchedule(List<Duration> delays, Duration giveUpAfter) {
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
        return Optional.of(delay.compareTo(left) < 0 ? delay : left);
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
