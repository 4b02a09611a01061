package org.scora.report.digest;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.message.ReceiptId;

/**
 * What somebody wrote into an answer to a digest. Mail programs put the whole digest below it, in which all receipts
 * stand: so nothing counts from the mark on that the digest has above its list, nor in lines that are quoted.
 */
final class ReplyText {
    /** Stands in each digest above its list, in no language. */
    static final String MARK = "=~=";

    private static final int READ_AT_MOST = 50_000;
    private static final Pattern RECEIPT =
            Pattern.compile("(?<![0-9A-Za-z-])[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}(?![0-9A-Za-z-])");
    private static final Pattern QUOTED = Pattern.compile("\\s*[>|].*");

    private ReplyText() {}

    /** The receipts in it, each once, in their order. */
    static List<String> receipts(String subject, String text) {
        String written = text.substring(0, Math.min(text.length(), READ_AT_MOST));
        int mark = written.indexOf(MARK);
        Stream<String> lines = written.substring(0, mark < 0 ? written.length() : mark)
                .lines()
                .filter(line -> !QUOTED.matcher(line).matches());
        return Stream.concat(Stream.of(subject), lines)
                .flatMap(line -> RECEIPT.matcher(line).results())
                .map(MatchResult::group)
                .flatMap(code -> ReceiptId.parse(code).stream())
                .map(ReceiptId::text)
                .distinct()
                .toList();
    }
}
