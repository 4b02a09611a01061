package org.scora.console.admin;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.scora.message.ReceiptId;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.HeldQuery.Place;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.Quarantine;
import org.scora.score.Category;

/** Finds the held messages that a request names or asks for. */
final class HeldFinder {
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 1000;
    private static final HeldState[] KEPT = {HeldState.HELD, HeldState.RELEASING, HeldState.RELEASED};

    private HeldFinder() {}

    /** Those with the key or the receipt in the path. */
    static List<HeldMessage> named(AdminRequest request, Quarantine quarantine) {
        return named(request.part(":message"), quarantine);
    }

    /** Those with this key or receipt. */
    static List<HeldMessage> named(String name, Quarantine quarantine) {
        List<HeldMessage> found = quarantine
                .find(name)
                .map(List::of)
                .or(() -> ReceiptId.parse(name).map(receipt -> quarantine.byReceipt(receipt.text())))
                .orElse(List.of());
        if (found.isEmpty()) {
            throw AdminProblem.notFound(
                    "no message " + name + " is in quarantine", "See what is: scora quarantine list");
        }
        return found;
    }

    /** What the query string asks for; without a state, all whose content is kept. */
    static HeldQuery query(AdminRequest request) {
        return HeldQuery.builder()
                .domain(request.query("domain").map(AdminRequest::domain))
                .owner(request.query("user"))
                .states(request.query("state")
                        .map(word -> new HeldState[] {constant(HeldState.values(), "state", word)})
                        .orElse(KEPT))
                .receipt(request.query("receipt").map(HeldFinder::receipt))
                .sender(request.query("sender"))
                .subject(request.query("subject"))
                .finding(request.query("finding"))
                .messageId(request.query("messageId"))
                .category(request.query("category").map(word -> constant(Category.values(), "category", word)))
                .score(
                        request.query("leastScore").map(HeldFinder::number),
                        request.query("mostScore").map(HeldFinder::number))
                .time(
                        request.query("from").map(HeldFinder::time),
                        request.query("until").map(HeldFinder::time))
                .after(request.query("afterKey")
                        .flatMap(key -> request.query("afterTime").map(time -> new Place(time(time), key))))
                .limit(request.limit(SHOWN, MOST_SHOWN))
                .build();
    }

    private static String receipt(String text) {
        return ReceiptId.parse(text)
                .map(ReceiptId::text)
                .orElseThrow(() -> AdminProblem.badRequest(
                        "'" + text + "' is no receipt", "Expected a receipt such as 4QX7-M2DA-9KTW."));
    }

    private static <E extends Enum<E>> E constant(E[] all, String what, String word) {
        List<String> words = Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> AdminProblem.badRequest(
                        "'" + word + "' is no " + what, "Expected one of " + String.join(", ", words) + "."));
    }

    private static double number(String text) {
        String remedy = "Expected a score such as 3 or 4.5.";
        double number = AdminRequest.valid(() -> Double.parseDouble(text), remedy);
        if (!Double.isFinite(number)) {
            throw AdminProblem.badRequest("'" + text + "' is no score", remedy);
        }
        return number;
    }

    static Instant time(String text) {
        Function<String, AdminProblem> wrong = written -> AdminProblem.badRequest(
                "'" + written + "' is not a time", "Expected a time such as 2026-11-24T08:00:00Z.");
        try {
            return Optional.of(Instant.parse(text))
                    // What databases can keep.
                    .filter(time -> time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("9999-01-01T00:00:00Z")))
                    .orElseThrow(() -> wrong.apply(text));
        } catch (DateTimeParseException e) {
            throw wrong.apply(text);
        }
    }
}
