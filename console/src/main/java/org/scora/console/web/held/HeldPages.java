package org.scora.console.web.held;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.console.web.held.ListView.Row;
import org.scora.console.web.visit.Html;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Section;
import org.scora.console.web.visit.Shell;
import org.scora.console.web.visit.Times;
import org.scora.console.web.visit.Visit;
import org.scora.message.ReceiptId;
import org.scora.people.Actor;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.HeldQuery.Place;
import org.scora.quarantine.HeldState;

/** The quarantine of the mailbox whose owner is logged in: list, search, each message, and what is done with it. */
public final class HeldPages implements Section {
    /** The list. */
    public static final String LIST = "/held";

    static final String MESSAGE = "/held/message";
    static final String PREVIEW = "/held/preview";
    private static final Set<String> PATHS = Set.of(LIST, MESSAGE, PREVIEW);
    private static final int ROWS = 25;

    private final HeldCopies copies;
    private final MessagePage messages;
    private final Deeds deeds;
    private final Times times;

    public HeldPages(HeldCopies copies, MessagePage messages, Deeds deeds, Times times) {
        this.copies = copies;
        this.messages = messages;
        this.deeds = deeds;
        this.times = times;
    }

    @Override
    public boolean has(String path) {
        return PATHS.contains(path);
    }

    @Override
    public Reply answer(Visit visit) {
        Optional<Actor> user = visit.visitor().mailbox().map(visit::byPage);
        if (user.isEmpty()) {
            return Reply.to("/login");
        }
        if (visit.path().equals(LIST)) {
            return list(visit, user.get());
        }
        Optional<HeldMessage> message = visit.field("key").flatMap(key -> messages.find(key, user.get()));
        if (message.isEmpty()) {
            return MessagePage.notFound(visit);
        }
        return visit.path().equals(PREVIEW)
                ? messages.preview(message.get())
                : message(visit, user.get(), message.get());
    }

    private Reply message(Visit visit, Actor user, HeldMessage message) {
        if (visit.posts()) {
            return deeds.answer(visit, user, message, MESSAGE, outcome -> {});
        }
        String preview = PREVIEW + "?key=" + encoded(message.key());
        return messages.show(visit, message, user, preview, MESSAGE);
    }

    private Reply list(Visit visit, Actor user) {
        String state = visit.field("state").orElse("held");
        String words = visit.field("q").orElse("");
        String sender = visit.field("from").orElse("");
        HeldQuery query = HeldQuery.builder()
                .owner(Optional.of(user.name()))
                .states(states(state))
                .receipt(ReceiptId.parse(words).map(ReceiptId::text))
                .subject(Optional.of(words)
                        .filter(text -> !text.isEmpty() && ReceiptId.parse(text).isEmpty()))
                .sender(Optional.of(sender).filter(text -> !text.isEmpty()))
                .after(after(visit))
                .limit(ROWS + 1)
                .build();
        List<HeldMessage> found = copies.search(query);
        List<HeldMessage> shown = found.subList(0, Math.min(found.size(), ROWS));
        return Reply.page(
                200,
                Html.of(
                        "list",
                        new ListView(
                                Shell.of(visit, "What is held for you"),
                                state,
                                words,
                                sender,
                                shown.stream()
                                        .map(message -> row(message, user))
                                        .toList(),
                                found.size() > ROWS
                                        ? Optional.of(next(state, words, sender, shown.get(shown.size() - 1)))
                                        : Optional.empty(),
                                visit.field("at").isEmpty())));
    }

    private static HeldState[] states(String word) {
        return switch (word) {
            case "released" -> new HeldState[] {HeldState.RELEASING, HeldState.RELEASED};
            case "gone" -> new HeldState[] {HeldState.DELETED, HeldState.EXPIRED};
            case "all" -> HeldState.values();
            default -> new HeldState[] {HeldState.HELD};
        };
    }

    private static Optional<Place> after(Visit visit) {
        try {
            Optional<Instant> at = visit.field("at").map(Long::parseLong).map(HeldPages::ofMicros);
            return at.flatMap(time -> visit.field("after").map(key -> new Place(time, key)));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    // As exact as the databases keep it, within what they can keep.
    private static Instant ofMicros(long micros) {
        Instant time = Instant.EPOCH.plusSeconds(micros / 1_000_000).plusNanos(micros % 1_000_000 * 1000);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    private static String next(String state, String words, String sender, HeldMessage last) {
        long micros = last.heldAt().getEpochSecond() * 1_000_000 + last.heldAt().getNano() / 1000;
        return LIST + "?state=" + encoded(state) + "&q=" + encoded(words) + "&from=" + encoded(sender) + "&at=" + micros
                + "&after=" + encoded(last.key());
    }

    private Row row(HeldMessage message, Actor user) {
        String state = message.copies().stream()
                .filter(copy -> copy.owner().equalsIgnoreCase(user.name()))
                .map(HeldCopy::state)
                .map(Words::state)
                .findFirst()
                .orElse("");
        return new Row(
                MESSAGE + "?key=" + encoded(message.key()),
                Words.sender(message),
                Words.subject(message),
                times.minute(message.heldAt()),
                Words.category(message.category()),
                state);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
