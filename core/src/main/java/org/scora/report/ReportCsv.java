package org.scora.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.journal.JournalLine;
import org.scora.score.Verdict;

/** Held and deleted messages as a table for other programs (RFC 4180), with names in English and times in UTC. */
public final class ReportCsv {
    private static final int LONGEST = 255;
    private static final List<String> HEAD = List.of(
            "received",
            "receipt",
            "sender",
            "recipient",
            "subject",
            "category",
            "certainty",
            "score",
            "disposition",
            "outcome",
            "reason");

    private ReportCsv() {}

    /** @param lines one message and recipient each */
    public static String of(List<JournalLine> lines) {
        return Stream.concat(Stream.of(HEAD), lines.stream().map(ReportCsv::fields))
                .map(fields -> fields.stream().map(ReportCsv::field).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> fields(JournalLine line) {
        return List.of(
                line.receivedAt().toString(),
                line.receipt(),
                line.sender().orElse(""),
                line.recipient(),
                line.subject(),
                Said.word(line.category()),
                String.format(java.util.Locale.ROOT, "%.5f", Verdict.certaintyOf(line.score())),
                String.format(java.util.Locale.ROOT, "%.2f", line.score()),
                line.disposition().word(),
                Said.word(line.outcome()),
                line.reason());
    }

    // A spreadsheet would run what begins like a formula; an apostrophe makes it text. Numbers below zero stay numbers.
    private static String field(String value) {
        String line = Harmless.line(value, LONGEST);
        String safe = line.matches("-[0-9.]+") || !line.matches("(?s)[=+\\-@\\t\\r].*") ? line : "'" + line;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
