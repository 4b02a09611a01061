package org.scora.storage;

import com.google.common.base.Splitter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.scora.message.Addresses;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldQuery;

/**
 * By which terms a held message is found: words of its subject, its senders and their domains, its findings, its
 * Message-ID. A letter in front says which of these a term is.
 */
final class HeldTerms {
    private static final int LONGEST_TERM = 330;
    private static final int MOST_WORDS = 20;
    private static final int MOST_FINDINGS = 30;
    private static final Splitter WORDS =
            Splitter.onPattern("[^\\p{L}\\p{M}\\p{N}]+").omitEmptyStrings();

    private HeldTerms() {}

    static Set<String> of(HeldMessage message) {
        Set<String> terms = new LinkedHashSet<>();
        message.facts().messageId().map(HeldTerms::messageId).ifPresent(terms::add);
        Stream.concat(message.sender().stream(), message.facts().from().stream())
                .flatMap(HeldTerms::sender)
                .forEach(terms::add);
        message.facts().findings().stream()
                .limit(MOST_FINDINGS)
                .map(HeldTerms::finding)
                .forEach(terms::add);
        words(message.subject()).limit(MOST_WORDS).forEach(terms::add);
        return terms;
    }

    /** Those that a message has that is asked for; what few messages have comes first. */
    static List<String> in(HeldQuery query) {
        return Stream.of(
                        query.messageId().map(HeldTerms::messageId).stream(),
                        query.sender().map(HeldTerms::term).stream(),
                        query.subject().stream()
                                .flatMap(HeldTerms::words)
                                .sorted((one, other) -> other.length() - one.length())
                                .limit(MOST_WORDS),
                        query.finding().map(HeldTerms::finding).stream())
                .flatMap(terms -> terms)
                .distinct()
                .toList();
    }

    private static Stream<String> sender(String address) {
        return Stream.concat(Stream.of(term(address)), Addresses.domainOf(address).map(HeldTerms::term).stream());
    }

    private static String term(String addressOrDomain) {
        return bounded("f" + addressOrDomain.strip());
    }

    private static String finding(String name) {
        return bounded("x" + name.strip());
    }

    private static String messageId(String text) {
        return bounded("m" + text.strip().replaceAll("^<|>$", ""));
    }

    private static Stream<String> words(String subject) {
        return WORDS.splitToStream(subject).map(word -> bounded("s" + word)).distinct();
    }

    private static String bounded(String term) {
        return Texts.lowerCase(term, LONGEST_TERM);
    }

    /** A text in the query that is only spaces or marks finds nothing, and not everything. */
    static boolean asksForNothing(HeldQuery query) {
        Optional<String> subject = query.subject();
        return subject.isPresent() && words(subject.get()).findAny().isEmpty();
    }

    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
