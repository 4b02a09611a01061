package org.scora.check.structure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    static final String HEADER_BROKEN = "HEADER_BROKEN";
    static final String MIME_BROKEN = "MIME_BROKEN";
    static final String MIME_EXCESSIVE = "MIME_EXCESSIVE";
    static final String NUL_BYTES = "NUL_BYTES";
    static final String BARE_LINE_ENDS = "BARE_LINE_ENDS";
    static final String CHARSET_UNKNOWN = "CHARSET_UNKNOWN";
    static final String ADDRESS_BROKEN = "ADDRESS_BROKEN";

    @Override
    public String name() {
        return "broken-structure";
    }

    @Override
    public List<String> findings() {
        return List.of(
                HEADERS_MISSING,
                HEADER_BROKEN,
                MIME_BROKEN,
                MIME_EXCESSIVE,
                NUL_BYTES,
                BARE_LINE_ENDS,
                CHARSET_UNKNOWN,
                ADDRESS_BROKEN);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Map<String, Finding> firstOfEach = message.defects().stream()
                .flatMap(defect -> finding(defect).stream())
                .collect(Collectors.toMap(Finding::name, finding -> finding, (first, second) -> first, TreeMap::new));
        return CheckResult.of(List.copyOf(firstOfEach.values()));
    }

    private static Optional<Finding> finding(Defect defect) {
        return nameOf(defect.kind()).map(name -> new Finding(name, defect.sentence()));
    }

    private static Optional<String> nameOf(Defect.Kind kind) {
        return switch (kind) {
            case NO_HEADERS -> Optional.of(HEADERS_MISSING);
            case BAD_HEADER -> Optional.of(HEADER_BROKEN);
            case BAD_ENCODING, TRUNCATED, UNREADABLE -> Optional.of(MIME_BROKEN);
            case HEADER_TOO_LONG, NESTED_TOO_DEEP, TOO_MANY_PARTS -> Optional.of(MIME_EXCESSIVE);
            case NUL_BYTES -> Optional.of(NUL_BYTES);
            case BARE_LINE_ENDS -> Optional.of(BARE_LINE_ENDS);
            case UNKNOWN_CHARSET -> Optional.of(CHARSET_UNKNOWN);
            case BAD_ADDRESS -> Optional.of(ADDRESS_BROKEN);
            // A long text is no sign of anything.
            case NOT_READ_WHOLE -> Optional.empty();
        };
    }
}
