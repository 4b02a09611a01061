package org.scora.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.scora.incident.Counts.Decided;
import org.scora.incident.Counts.Mail;

/** The numbers of some weeks by the hour, to be added up in windows. */
record Hours(Map<Instant, Mail> mail, Map<Instant, Decided> decided) {

    Mail mail(Instant from, Instant until) {
        return mail.entrySet().stream()
                .filter(hour -> within(hour.getKey(), from, until))
                .map(Map.Entry::getValue)
                .reduce(Mail.NONE, Mail::and);
    }

    Decided decided(Instant from, Instant until) {
        return decided.entrySet().stream()
                .filter(hour -> within(hour.getKey(), from, until))
                .map(Map.Entry::getValue)
                .reduce(Decided.NONE, Decided::and);
    }

    private static boolean within(Instant hour, Instant from, Instant until) {
        return !hour.isBefore(from) && hour.isBefore(until);
    }

    /**
     * A share in each window of the past, one beside the other, the newest first.
     *
     * @param share of a window from one time until another
     * @param least windows with a smaller whole tell nothing and are left out
     */
    static List<Share> past(
            Instant start, Instant until, Duration window, long least, BiFunction<Instant, Instant, Share> share) {
        List<Share> past = new ArrayList<>();
        Instant end = until;
        for (Instant from = end.minus(window); !from.isBefore(start); from = from.minus(window)) {
            Share one = share.apply(from, end);
            if (one.whole() >= least) {
                past.add(one);
            }
            end = from;
        }
        return past;
    }
}
