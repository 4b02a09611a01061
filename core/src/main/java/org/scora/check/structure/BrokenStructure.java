package org.scora.check.structure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.Defect;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Does the message break the standards, or go beyond what is reasonable, as mail programs do not do? */
public final class BrokenStructure implements Check {
    static final String HEADERS_MISSING = "HEADERS_MISSING";
    static final String MIME_BROKEN = "MIME_BROKEN";
    static final String MIME_EXCESSIVE = "MIME_EXCESSIVE";
    static final String NUL_BYTES = "NUL_BYTES";
    static final String BARE_LINE_ENDS = "BARE_LINE_ENDS";
    static final String CHARSET_UNKNOWN = "CHARSET_UNKNOWN";
    static final String ADDRESS_BROKEN = "ADDRESS_BROKEN";

    private static final int SENTENCES_AT_MOST = 3;

    @Override
    public String name() {
        return "broken-structure";
    }

    @Override
    public List<String> findings() {
        return List.of(
                HEADERS_MISSING,
                MIME_BROKEN,
                MIME_EXCESSIVE,
                NUL_BYTES,
                BARE_LINE_ENDS,
                CHARSET_UNKNOWN,
                ADDRESS_BROKEN);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Map<String, List<Defect>> byFinding = message.defects().stream()
                .collect(Collectors.groupingBy(defect -> findingOf(defect.kind()), TreeMap::new, Collectors.toList()));
        return CheckResult.of(byFinding.entrySet().stream()
                .map(entry -> new Finding(entry.getKey(), sentences(entry.getValue())))
                .toList());
    }

    private static String sentences(List<Defect> defects) {
        return defects.stream()
                .map(Defect::sentence)
                .distinct()
                .limit(SENTENCES_AT_MOST)
                .collect(Collectors.joining("; "));
    }

    private static String findingOf(Defect.Kind kind) {
        return switch (kind) {
            case NO_HEADERS -> HEADERS_MISSING;
            case BAD_ENCODING, UNREADABLE -> MIME_BROKEN;
            case HEADER_TOO_LONG, NESTED_TOO_DEEP, TOO_MANY_PARTS, TRUNCATED -> MIME_EXCESSIVE;
            case NUL_BYTES -> NUL_BYTES;
            case BARE_LINE_ENDS -> BARE_LINE_ENDS;
            case UNKNOWN_CHARSET -> CHARSET_UNKNOWN;
            case BAD_ADDRESS -> ADDRESS_BROKEN;
        };
    }
}
