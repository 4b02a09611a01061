package org.scora.policy;

import com.google.common.base.Splitter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * At what times a digest is sent, by the clock on the reader's wall.
 *
 * @param times in the order of the day; none when no digest is sent
 */
public record DigestPlan(Set<DayOfWeek> days, List<LocalTime> times) {
    /** What a plan looks like. */
    static final String KIND = "none, hourly, daily, weekly, or times such as 7:00, 12:30 or mon-fri 8:00, 16:00";

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final int HOURS = 24;
    private static final int MOST_TIMES = 24;
    private static final int WEEK = 7;
    private static final Pattern TIMES =
            Pattern.compile("(?:(?<first>[a-z]{3})(?:-(?<last>[a-z]{3}))?\\s+)?(?<times>[0-9:,\\s]+)");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?::([0-9]{2}))?");

    public DigestPlan {
        days = Set.copyOf(days);
        times = List.copyOf(times);
    }

    /**
     * Reads a plan as people write it.
     *
     * @throws IllegalArgumentException with a text that helps, for what is none
     */
    public static DigestPlan parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        Set<DayOfWeek> always = EnumSet.allOf(DayOfWeek.class);
        return switch (text) {
            case "none" -> new DigestPlan(Set.of(), List.of());
            case "hourly" ->
                new DigestPlan(
                        always,
                        IntStream.range(0, HOURS)
                                .mapToObj(hour -> LocalTime.of(hour, 0))
                                .toList());
            case "daily" -> new DigestPlan(always, List.of(MORNING));
            case "weekly" -> new DigestPlan(Set.of(DayOfWeek.MONDAY), List.of(MORNING));
            default -> times(text);
        };
    }

    private static DigestPlan times(String text) {
        Matcher plan = TIMES.matcher(text);
        if (!plan.matches()) {
            throw new IllegalArgumentException("neither a word that is known here nor times");
        }
        TreeSet<LocalTime> times = new TreeSet<>();
        Splitter.on(',').trimResults().split(plan.group("times")).forEach(time -> times.add(time(time)));
        if (times.size() > MOST_TIMES) {
            throw new IllegalArgumentException("more than " + MOST_TIMES + " times");
        }
        return new DigestPlan(days(plan.group("first"), plan.group("last")), List.copyOf(times));
    }

    private static LocalTime time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no time of the day");
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        if (hour >= HOURS || minute > 59) {
            throw new IllegalArgumentException("'" + text + "' is no time of the day");
        }
        return LocalTime.of(hour, minute);
    }

    private static Set<DayOfWeek> days(@Nullable String first, @Nullable String last) {
        if (first == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.of(day(first));
        for (DayOfWeek day = day(first); last != null && day != day(last); day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no day; they are mon to sun"));
    }

    /** The last time, now or before, at which a digest was due. */
    public Optional<Instant> lastDue(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return IntStream.rangeClosed(0, WEEK)
                .mapToObj(today::minusDays)
                .filter(date -> days.contains(date.getDayOfWeek()))
                .flatMap(date -> times.stream()
                        .map(time -> date.atTime(time).atZone(zone).toInstant()))
                .filter(due -> !due.isAfter(now))
                .max(Instant::compareTo);
    }
}
