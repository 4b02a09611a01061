package org.scora.check.header;

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.HeaderField;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Is every header there that has to be, and no more than once (RFC 5322 section 3.6, RFC 2045 section 4)? */
public final class HeaderCounts implements Check {
    static final String DOUBLED = "HEADER_DOUBLED";
    static final String RECIPIENT_MISSING = "TO_MISSING";
    static final String RECIPIENT_UNDISCLOSED = "TO_UNDISCLOSED";
    static final String SUBJECT_MISSING = "SUBJECT_MISSING";
    static final String MIME_VERSION_MISSING = "MIME_VERSION_MISSING";

    private static final Set<String> ONCE = ImmutableSortedSet.orderedBy(String.CASE_INSENSITIVE_ORDER)
            .add("Subject", "Date", "Message-ID", "To", "Reply-To", "Sender", "MIME-Version", "Content-Type")
            .build();

    @Override
    public String name() {
        return "header-counts";
    }

    @Override
    public List<String> findings() {
        return List.of(DOUBLED, RECIPIENT_MISSING, RECIPIENT_UNDISCLOSED, SUBJECT_MISSING, MIME_VERSION_MISSING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        doubled(message).ifPresent(findings::add);
        recipient(message).ifPresent(findings::add);
        if (message.subject().isBlank()) {
            findings.add(new Finding(SUBJECT_MISSING, "there is no Subject header, or it is empty"));
        }
        if (message.header("Content-Type").filter(type -> !isPlain(type)).isPresent()
                && message.header("MIME-Version").isEmpty()) {
            findings.add(new Finding(MIME_VERSION_MISSING, "there is a Content-Type, but no MIME-Version"));
        }
        return CheckResult.of(findings);
    }

    private static Optional<Finding> doubled(IncomingMessage message) {
        Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HeaderField field : message.headers()) {
            if (ONCE.contains(field.name())) {
                String before = seen.putIfAbsent(field.name(), field.value());
                if (before != null && !before.equals(field.value())) {
                    return Optional.of(new Finding(DOUBLED, "there is more than one header named " + field.name()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> recipient(IncomingMessage message) {
        List<String> named = Stream.of("To", "Cc")
                .flatMap(name -> message.headers(name).stream())
                .filter(value -> !value.isBlank())
                .toList();
        if (named.isEmpty()) {
            return Optional.of(new Finding(RECIPIENT_MISSING, "there is neither To nor Cc"));
        }
        return named.stream().anyMatch(value -> value.indexOf('@') >= 0)
                ? Optional.empty()
                : Optional.of(new Finding(RECIPIENT_UNDISCLOSED, "To names no address: " + shortened(named.get(0))));
    }

    private static boolean isPlain(String contentType) {
        return contentType.regionMatches(true, 0, "text", 0, 4)
                && !contentType.regionMatches(true, 0, "text/html", 0, 9);
    }

    private static String shortened(String value) {
        return value.substring(0, Math.min(80, value.length()));
    }
}
