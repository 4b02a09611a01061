package org.scora.learn;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Defect;
import org.scora.message.HeaderField;
import org.scora.message.IncomingMessage;
import org.scora.message.Link;
import org.scora.message.Mailbox;
import org.scora.message.Part;

/**
 * The second view of a message: what a reader and a mail program see of it. Words and pairs of words, whose domains it
 * names, how they agree with each other, which headers and parts it has, and how large it is. Unlike the {@link Grams}
 * these are the same whatever the message's encodings, and a person can read them.
 */
final class Traits {
    /** What a trait is about; the first five are words. */
    enum Kind {
        WORD,
        PAIR,
        SUBJECT_WORD,
        SUBJECT_PAIR,
        SENDER_NAME,
        SENDER_DOMAIN,
        LINK_DOMAIN,
        SIGNING_DOMAIN,
        TOP_LEVEL_DOMAIN,
        LINK_TOP_LEVEL_DOMAIN,
        SENDER_SHAPE,
        LINK_SHAPE,
        AGREEMENT,
        HEADER,
        PART,
        SIZE,
        DEFECT
    }

    /** Takes what is found. */
    @FunctionalInterface
    interface Sink {
        void take(Kind kind, String text);
    }

    private static final int WORDS = 600;
    private static final int SUBJECT_WORDS = 40;
    private static final int NAME_WORDS = 10;
    private static final int SENDERS = 3;
    private static final int DOMAINS = 40;
    private static final int LINKS = 200;
    private static final int HEADERS = 100;
    private static final int PARTS = 50;
    private static final Pattern SIGNING_DOMAIN = Pattern.compile("(?:^|[;\\s])d=([^;\\s]{1,253})");

    private final IncomingMessage message;
    private final PublicSuffixes suffixes;
    private final Sink sink;
    private final String senderDomain;

    private Traits(IncomingMessage message, PublicSuffixes suffixes, Sink sink) {
        this.message = message;
        this.suffixes = suffixes;
        this.sink = sink;
        this.senderDomain = message.from().stream()
                .findFirst()
                .map(from -> domainOf(from.address()))
                .orElse("");
    }

    static void collect(IncomingMessage message, PublicSuffixes suffixes, Sink sink) {
        Traits traits = new Traits(message, suffixes, sink);
        traits.words();
        traits.sender();
        traits.links();
        traits.headers();
        traits.parts();
        traits.sizes();
    }

    private void words() {
        takeWithPairs(Words.of(message.subject(), SUBJECT_WORDS), Kind.SUBJECT_WORD, Kind.SUBJECT_PAIR);
        takeWithPairs(Words.of(message.text(), WORDS), Kind.WORD, Kind.PAIR);
    }

    private void takeWithPairs(List<String> words, Kind single, Kind pair) {
        String before = "^";
        for (String word : words) {
            sink.take(single, word);
            sink.take(pair, before + " " + word);
            before = word;
        }
    }

    private void sender() {
        for (Mailbox from : first(message.from(), SENDERS)) {
            String domain = domainOf(from.address());
            sink.take(Kind.SENDER_DOMAIN, domain);
            sink.take(Kind.TOP_LEVEL_DOMAIN, topLevel(domain));
            Words.of(from.displayName(), NAME_WORDS).forEach(word -> sink.take(Kind.SENDER_NAME, word));
            if (from.displayName().isBlank()) {
                sink.take(Kind.SENDER_SHAPE, "no name");
            }
            sink.take(Kind.SENDER_SHAPE, "length " + Math.min(from.address().indexOf('@') / 4, 8));
            sink.take(Kind.SENDER_SHAPE, "labels " + labels(from.address()));
        }
        agreement("bounces", message.header("Return-Path"));
        agreement("message-id", message.header("Message-ID"));
        for (Mailbox replyTo : first(message.replyTo(), SENDERS)) {
            agreement("replies", Optional.of(replyTo.address()));
        }
    }

    private void agreement(String what, Optional<String> address) {
        String answer = address.map(this::domainOf)
                .map(domain -> domain.equals(senderDomain) ? "same" : "other")
                .orElse("none");
        sink.take(Kind.AGREEMENT, what + " " + answer);
    }

    private void links() {
        Set<String> domains = new HashSet<>();
        int web = 0;
        int same = 0;
        for (Link link : first(message.links(), LINKS)) {
            Optional<String> host = hostOf(link.target());
            if (host.isEmpty()) {
                sink.take(Kind.LINK_SHAPE, schemeOf(link.target()));
                continue;
            }
            String domain = suffixes.organizationalDomain(host.get());
            web++;
            same += domain.equals(senderDomain) ? 1 : 0;
            if (domains.size() < DOMAINS && domains.add(domain)) {
                sink.take(Kind.LINK_DOMAIN, domain);
                sink.take(Kind.LINK_TOP_LEVEL_DOMAIN, topLevel(domain));
                sink.take(Kind.LINK_SHAPE, "length " + Math.min(host.get().length() / 5, 8));
            }
        }
        size("links", web);
        size("link domains", domains.size());
        if (web > 0) {
            sink.take(Kind.AGREEMENT, "links " + 4 * same / web);
        }
    }

    private void headers() {
        for (HeaderField field : first(message.headers(), HEADERS)) {
            sink.take(Kind.HEADER, field.name());
            if (field.name().equalsIgnoreCase("DKIM-Signature")) {
                signature(field.value());
            }
        }
    }

    private void signature(String value) {
        Matcher matcher = SIGNING_DOMAIN.matcher(value);
        if (matcher.find()) {
            String domain = suffixes.organizationalDomain(matcher.group(1));
            sink.take(Kind.SIGNING_DOMAIN, domain);
            sink.take(Kind.AGREEMENT, "signature " + (domain.equals(senderDomain) ? "same" : "other"));
        }
    }

    private void parts() {
        for (Part part : first(message.parts(), PARTS)) {
            sink.take(Kind.PART, part.mediaType());
            part.charset().ifPresent(charset -> sink.take(Kind.PART, charset.toLowerCase(Locale.ROOT)));
            part.fileName().ifPresent(name -> sink.take(Kind.PART, topLevel(name.toLowerCase(Locale.ROOT))));
        }
        for (Defect defect : message.defects()) {
            sink.take(Kind.DEFECT, defect.kind().name());
        }
    }

    private void sizes() {
        size("text", message.text().length());
        size("html", message.html().length());
        size("hidden", message.hiddenText().length());
        size("parts", message.parts().size());
    }

    /** By powers of two: what matters is the order of magnitude. */
    private void size(String what, int number) {
        sink.take(Kind.SIZE, what + " " + (Integer.SIZE - Integer.numberOfLeadingZeros(number)));
    }

    private String domainOf(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return suffixes.organizationalDomain(domain.replace(">", "").strip());
    }

    private static int labels(String address) {
        return (int) address.chars()
                .skip(address.lastIndexOf('@') + 1L)
                .filter(c -> c == '.')
                .limit(8)
                .count();
    }

    private static String topLevel(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    private static Optional<String> hostOf(String target) {
        int start = target.indexOf("://");
        if (start < 0) {
            return Optional.empty();
        }
        int end = start + 3;
        while (end < target.length() && "/?#:\\ ".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return Optional.of(target.substring(start + 3, end));
    }

    private static String schemeOf(String target) {
        int colon = target.indexOf(':');
        return colon < 0 || colon > 20
                ? "no scheme"
                : target.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static <T> Collection<T> first(List<T> list, int most) {
        return list.subList(0, Math.min(most, list.size()));
    }
}
